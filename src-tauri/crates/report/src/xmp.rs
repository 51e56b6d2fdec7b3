//! What the file says of itself in XMP: title, authors, time, and which standards it keeps.

use crate::blocks::Document;

const NAMESPACE: &str = r#" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/""#;

/// What a file without a password is: PDF/A-3a.
const ARCHIVAL: &str = r#"<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
"#;

/// PDF/UA's one property, declared as PDF/A asks.
const SCHEMA: &str = r#"<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"#;

/// The metadata of a document.
pub(crate) fn packet(document: &Document) -> String {
    let title = escape(&document.title);
    let author = escape(&document.author);
    let creator = if author.is_empty() {
        String::new()
    } else {
        format!("<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n")
    };
    let date = date(&document.date);
    let hash = escape(&document.hash);
    let (namespace, archival, schema) =
        if document.seal.is_none() { (NAMESPACE, ARCHIVAL, SCHEMA) } else { ("", "", "") };
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"{namespace} xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{creator}<dc:identifier>sha256:{hash}</dc:identifier>
<xmp:CreatorTool>Interview Workbench</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<pdf:Producer>Interview Workbench</pdf:Producer>
{archival}<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{schema}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        bom = '\u{FEFF}'
    )
}

/// Text between tags: without the characters that XML has no place for.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\u{2068}' | '\u{2069}' | '\u{FFFE}' | '\u{FFFF}' => {}
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// "D:20261122090500" as XMP writes it. Local time, as everything in the document.
fn date(pdf: &str) -> String {
    let digits = pdf.trim_start_matches("D:");
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or("00");
    format!("{}-{}-{}T{}:{}:{}", part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 12), part(12, 14))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_text_and_dates_are_the_same_moment() {
        assert_eq!(escape("R&D <b>\u{7}\u{2068}Ana\u{2069}"), "R&amp;D &lt;b&gt; Ana");
        assert_eq!(date("D:20261122090500"), "2026-11-22T09:05:00");
    }
}
