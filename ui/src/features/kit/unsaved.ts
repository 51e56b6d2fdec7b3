import type { Role } from "../../ipc/contract";

/** Roles as they stand in the editor and are not saved: going to another page and back loses nothing. By id, "new" for a new one. */
export const unsavedRoles = new Map<string, Role>();

/** Why locked weights change, as far as it is written, by the role's id. */
export const unsavedReasons = new Map<string, string>();
