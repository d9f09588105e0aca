/**
 * Name and e-mail of someone who works here, sealed with the row they stand in.
 */
import type { Sealer } from "../../privacy/seal.ts";

export interface Person {
  name: string;
  email: string;
}

const row = (id: string) => `staff_user/${id}`;

export function sealPerson(sealer: Sealer, id: string, { name, email }: Person): Buffer {
  return sealer.sealJson("staff", row(id), { name, email });
}

/** Empty texts when the row does not open: altered, or under a key that is not listed. */
export function openPerson(sealer: Sealer, id: string, sealed: Uint8Array): Person {
  const value = sealer.openJson("staff", row(id), sealed) as Partial<Person> | undefined;
  return { name: value?.name ?? "", email: value?.email ?? "" };
}

/** The same bytes under the active key, or undefined when they open under none. */
export function resealPerson(sealer: Sealer, id: string, sealed: Uint8Array): Buffer | undefined {
  const plain = sealer.open("staff", row(id), sealed);
  return plain && sealer.seal("staff", row(id), plain);
}
