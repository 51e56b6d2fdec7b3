#!/bin/sh
# Cuts the faces from the sources named in README.md. usage: sh cut.sh <folder with the unpacked npm packages>
set -eu
src=$1
# Common to all: no hinting (PDF viewers do not use it), the licence kept in the name table.
cut() {
    in=$1 out=$2 ranges=$3
    python3 -m fontTools.subset "$src/$in" --output-file="$out" --unicodes="$ranges" \
        --layout-features+=tnum,lnum --no-hinting --notdef-outline --name-IDs=0,1,2,3,4,5,6,13,14 --no-glyph-names
}
latin='0000-052F,1AB0-1AFF,1C80-1C8F,1D00-1DFF,1E00-1FFF,2000-206F,2070-209F,20A0-20CF,20D0-20F0,2100-218F,2212,25CC,2C60-2C7F,2DE0-2DFF,2E00-2E7F,A640-A69F,A700-A7FF,AB30-AB6F,FB00-FB06,FE20-FE2F,FEFF,FFFC,FFFD'
cut expo-google-fonts-noto-sans-0.4.2/400Regular/NotoSans_400Regular.ttf NotoSans-Regular.ttf "$latin"
cut expo-google-fonts-noto-sans-0.4.2/400Regular_Italic/NotoSans_400Regular_Italic.ttf NotoSans-Italic.ttf "$latin"
cut expo-google-fonts-noto-sans-0.4.2/600SemiBold/NotoSans_600SemiBold.ttf NotoSans-SemiBold.ttf "$latin"
arabic='0020,00A0,0600-06FF,0750-077F,0870-08FF,200C-200F,2010,2011,204F,2E41,25CC,FB50-FDFF,FE70-FEFF'
cut expo-google-fonts-noto-sans-arabic-0.4.3/400Regular/NotoSansArabic_400Regular.ttf NotoSansArabic-Regular.ttf "$arabic"
cut expo-google-fonts-noto-sans-arabic-0.4.3/600SemiBold/NotoSansArabic_600SemiBold.ttf NotoSansArabic-SemiBold.ttf "$arabic"
devanagari='0020,00A0,0900-097F,1CD0-1CFF,200C,200D,20A8,20B9,20F0,25CC,A830-A839,A8E0-A8FF'
cut expo-google-fonts-noto-sans-devanagari-0.4.1/400Regular/NotoSansDevanagari_400Regular.ttf NotoSansDevanagari-Regular.ttf "$devanagari"
cut expo-google-fonts-noto-sans-devanagari-0.4.1/600SemiBold/NotoSansDevanagari_600SemiBold.ttf NotoSansDevanagari-SemiBold.ttf "$devanagari"
hebrew='0020,00A0,0590-05FF,200C-200F,20AA,25CC,FB1D-FB4F'
cut expo-google-fonts-noto-sans-hebrew-0.4.1/400Regular/NotoSansHebrew_400Regular.ttf NotoSansHebrew-Regular.ttf "$hebrew"
cut expo-google-fonts-noto-sans-hebrew-0.4.1/600SemiBold/NotoSansHebrew_600SemiBold.ttf NotoSansHebrew-SemiBold.ttf "$hebrew"
cut expo-google-fonts-noto-sans-math-0.4.2/400Regular/NotoSansMath_400Regular.ttf NotoSansMath-Regular.ttf \
    '0020,2190-21FF,2200-22FF,2300-23FF,25A0-25FF,27C0-27FF,2900-297F,2A00-2AFF'
cut expo-google-fonts-noto-sans-symbols-0.4.1/400Regular/NotoSansSymbols_400Regular.ttf NotoSansSymbols-Regular.ttf \
    '0020,2300-23FF,2460-24FF,2600-26FF,2700-27BF'
cut expo-google-fonts-noto-sans-symbols-2-0.4.1/400Regular/NotoSansSymbols2_400Regular.ttf NotoSansSymbols2-Regular.ttf \
    '0020,2300-23FF,2400-243F,2500-259F,25A0-25FF,2600-26FF,2700-27BF,2800-28FF,2B00-2BFF,FE0E,FE0F,1F300-1F64F,1F680-1F6FF,1F780-1F7FF,1F800-1F8FF'
cut expo-google-fonts-noto-sans-mono-0.4.2/400Regular/NotoSansMono_400Regular.ttf NotoSansMono-Regular.ttf \
    '0000-024F,0300-036F,0370-03FF,0400-04FF,1E00-1EFF,2000-206F,2070-209F,20A0-20CF,2100-214F,2190-21FF,2200-22FF,2300-23FF,2500-25FF,25CC,FFFD'
