"""Opens a PDF with its password in pdfium: all the text of the same document without one must be there, and with another
password nothing. Called by test-pdf.sh: check_sealed.py FILE PLAIN PASSWORD"""

import sys

import pypdfium2


def text(path, password=None):
    with pypdfium2.PdfDocument(path, password=password) as document:
        return [page.get_textpage().get_text_range() for page in document]


sealed, plain, password = sys.argv[1:]
for wrong in (None, "", password.lower(), password[:-1]):
    try:
        text(sealed, wrong)
    except pypdfium2.PdfiumError:
        continue
    sys.exit(f"!! pdfium opens {sealed} with the password {wrong!r}")
if text(sealed, password) != text(plain):
    sys.exit(f"!! pdfium reads another text from {sealed} than from {plain}")
