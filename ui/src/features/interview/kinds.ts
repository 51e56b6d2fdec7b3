import type { EntryKind } from "../../ipc/contract";
import type { IconName } from "../../shared/icons";

export const KIND_ICON: Record<EntryKind, IconName> = {
  note: "note",
  quote: "quote",
  good: "plus",
  concern: "exclamation",
  follow_up: "question",
  code: "code",
};
