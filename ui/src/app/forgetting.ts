// The web view keeps a history of its own of every change of a field, to be taken back by keys that it does not have here: a
// kilobyte for each letter, as long as the page lives. The fields have a history of theirs (shared/undo.ts).

/** Changes after which that history is let go. */
export const CHANGES = 500;

/** Lets the web view's own history go again and again while something is typed; gives back how to stop. */
export function forgetTyped(forget: () => void = leaveFrame): () => void {
  let changes = 0;
  const input = (event: Event) => {
    changes += 1;
    // What an input method composes is still the web view's.
    if (changes < CHANGES || (event as InputEvent).isComposing) return;
    changes = 0;
    setTimeout(forget); // not in the middle of the change
  };
  window.addEventListener("input", input, { passive: true });
  return () => window.removeEventListener("input", input);
}

/**
 * A frame that leaves the page takes the page's whole history with it in WebKit (`FrameLoader::closeURL` calls
 * `Editor::clearUndoRedoOperations`). In the head it is never shown, and nothing is laid out for it.
 */
function leaveFrame(): void {
  const frame = document.createElement("iframe");
  frame.sandbox.value = ""; // nothing runs in it
  document.head.append(frame);
  frame.remove();
}
