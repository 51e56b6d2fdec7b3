/** A text field as high as its text; the style sheet says how high at most. `_text` is what may stand in it without being typed. */
export function grow(area: HTMLTextAreaElement, _text?: string) {
  const fit = () => {
    area.style.blockSize = "auto";
    area.style.blockSize = `${area.scrollHeight + 2}px`;
  };
  fit();
  area.addEventListener("input", fit);
  const seen = new ResizeObserver(fit); // another width, another number of lines
  if (area.parentElement) seen.observe(area.parentElement);
  return {
    update: fit,
    destroy() {
      area.removeEventListener("input", fit);
      seen.disconnect();
    },
  };
}
