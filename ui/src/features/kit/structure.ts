import type { ComponentMet } from "../../ipc/contract";
import type { IconName } from "../../shared/icons";

export type Standing = { words: string; icon: IconName; tone: "met" | "not" | "open" };

/** How one component stands, in words and with an icon. What people declare is never said to be met. */
export function standing({ declared, met }: Pick<ComponentMet, "declared" | "met">): Standing {
  if (declared) return met ? { words: "Declared", icon: "note", tone: "met" } : { words: "Not declared", icon: "remove", tone: "not" };
  if (met === null) return { words: "Not known yet", icon: "question", tone: "open" };
  return met ? { words: "Met", icon: "check", tone: "met" } : { words: "Not met", icon: "remove", tone: "not" };
}
