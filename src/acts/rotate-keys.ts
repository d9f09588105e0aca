/**
 * Re-seals under the active master key what lives long: list keys, secrets, opt-outs, watches, questions agreed to,
 * evidence of consents, handoffs and their notes, waiting texts, who works here, sign-up sheets, slips. Row by row, so
 * that it may be stopped and run again.
 * Conversations are not touched: they are gone within a day.
 */
import type { Database } from "../db/database.ts";
import { rewrapVersions } from "../lists/versionKeys.ts";
import { keyTag } from "../privacy/keys.ts";
import { writeAudit } from "../privacy/audit.ts";
import { openConsentEvent, resealConsentEvent } from "./consentEvents.ts";
import { resealNote } from "./handoff/note-handoff.ts";
import { openSheetPerson, resealSheetPerson, sheetAddress } from "./events/sheetRows.ts";
import { resealHandoff } from "./handoff/payload.ts";
import { openText, resealText } from "./outbox/rows.ts";
import type { Services } from "./services.ts";
import { resealPasskey } from "./staff/passkeys.ts";
import { resealPerson } from "./staff/person.ts";
import { resealSlip } from "./turn/slip.ts";

export interface Rotation {
  resealed: number;
  /** Rows that no listed key opens. */
  unreadable: number;
  /** Conversations, replies and codes still under another key; they die by themselves within 24 hours. */
  waiting: number;
}

interface Row {
  id: string;
  sealed: Uint8Array;
}

const isActive = (sealed: Uint8Array, active: number) => Buffer.from(sealed).readUInt32BE(0) === active;

/** Rotates. @returns what was done and what is left; when nothing waits, keys other than the active one may go. */
export async function rotateKeys(services: Services): Promise<Rotation> {
  const { database, sealer, runtime } = services;
  const rotation: Rotation = { resealed: 0, unreadable: 0, waiting: 0 };
  const versions = await rewrapVersions(database, sealer.keys, (length) => runtime.bytes(length));
  rotation.resealed += versions.rewrapped;
  rotation.unreadable += versions.unreadable.length;
  await resealSecrets(services, rotation);
  await resealPhones(services, rotation, "consent");
  await resealPhones(services, rotation, "watch");
  await resealPhones(services, rotation, "follow_up");
  await resealConsentEvents(services, rotation);
  await resealHandoffs(services, rotation);
  await resealNotes(services, rotation);
  await resealTexts(services, rotation);
  await resealRows(services, rotation, "staff_user", resealPerson);
  await resealRows(services, rotation, "staff_passkey", resealPasskey);
  await resealRows(services, rotation, "sheet_person", resealSheetPerson);
  await resealSlips(services, rotation);
  const active = keyTag(sealer.keys.activeId);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(active);
  const rows = await database.query<{ n: number }>(
    `select ((select count(*) from conversation where sealed is not null and substring(sealed from 1 for 4) <> $1::bytea)
      + (select count(*) from turn where reply is not null and substring(reply from 1 for 4) <> $1::bytea)
      + (select count(*) from carry_code where gone_at > to_timestamp($2::float8 / 1000)
          and substring(code from 1 for 4) <> $1::bytea)
      + (select count(*) from slip where gone_at > to_timestamp($2::float8 / 1000)
          and substring(code from 1 for 4) <> $1::bytea))::int as n`,
    [head, runtime.now()],
  );
  rotation.waiting = rows[0]?.n ?? 0;
  await writeAudit(database, runtime.now(), {
    event: "keys_rotated",
    actor: "operator",
    detail: { ...rotation },
  });
  return rotation;
}

async function resealSecrets({ database, sealer }: Services, rotation: Rotation): Promise<void> {
  const active = keyTag(sealer.keys.activeId);
  for (const { id, sealed } of await database.query<Row>("select name as id, sealed from secret")) {
    if (isActive(sealed, active)) continue;
    const row = `secret/${id}`;
    const plain = sealer.open("limits", row, sealed);
    if (!plain) {
      rotation.unreadable += 1;
      continue;
    }
    await database.query("update secret set sealed = $1::bytea where name = $2 and sealed = $3::bytea", [
      sealer.seal("limits", row, plain, 64),
      id,
      sealed,
    ]);
    rotation.resealed += 1;
  }
}

/** Opt-outs, watches and questions stand under the phone's hash, which changes with the key: the sealed phone gives the new one. */
async function resealPhones(
  { database, sealer }: Services,
  rotation: Rotation,
  table: "consent" | "watch" | "follow_up",
): Promise<void> {
  const active = keyTag(sealer.keys.activeId);
  const rows = await database.query<Row>(`select encode(address, 'hex') as id, sealed from ${table}`);
  for (const { id, sealed } of rows) {
    if (isActive(sealed, active)) continue;
    const value = sealer.openJson("phones", `${table}/${id}`, sealed) as { phone?: unknown } | undefined;
    if (typeof value?.phone !== "string") {
      rotation.unreadable += 1;
      continue;
    }
    const address = sealer.hash("phones", value.phone);
    const again = sealer.sealJson("phones", `${table}/${address.toString("hex")}`, value);
    await moveRow(database, table, Buffer.from(id, "hex"), address, again);
    rotation.resealed += 1;
  }
}

/** A newer row that already stands under the new hash counts; the old one goes. */
async function moveRow(
  database: Database,
  table: "consent" | "watch" | "follow_up",
  from: Uint8Array,
  to: Uint8Array,
  sealed: Uint8Array,
): Promise<void> {
  await database.query(
    `with newer as (select 1 from ${table} where address = $2::bytea),
     gone as (delete from ${table} where address = $1::bytea and exists (select 1 from newer))
     update ${table} set address = $2::bytea, sealed = $3::bytea
     where address = $1::bytea and not exists (select 1 from newer)`,
    [from, to, sealed],
  );
}

/** Evidence keeps its id; the hash it stands under changes with the key, as that of an opt-out. */
async function resealConsentEvents({ database, sealer }: Services, rotation: Rotation): Promise<void> {
  const active = keyTag(sealer.keys.activeId);
  const rows = await database.query<Row>("select encode(id, 'hex') as id, sealed from consent_event");
  for (const { id, sealed } of rows) {
    if (isActive(sealed, active)) continue;
    const said = openConsentEvent(sealer, id, sealed);
    if (!said) {
      rotation.unreadable += 1;
      continue;
    }
    await database.query(
      "update consent_event set sealed = $1::bytea, address = $2::bytea where id = decode($3, 'hex')",
      [resealConsentEvent(sealer, id, said), sealer.hash("phones", said.phone), id],
    );
    rotation.resealed += 1;
  }
}

/** Where a phone asked, its hash changes with the key, as for opt-outs: DELETE must find it still. */
async function resealHandoffs({ database, sealer }: Services, rotation: Rotation): Promise<void> {
  const active = keyTag(sealer.keys.activeId);
  const rows = await database.query<Row>("select encode(id, 'hex') as id, sealed from handoff");
  for (const { id, sealed } of rows) {
    if (isActive(sealed, active)) continue;
    const again = resealHandoff(sealer, Buffer.from(id, "hex"), sealed);
    if (!again) {
      rotation.unreadable += 1;
      continue;
    }
    await database.query(
      `update handoff set sealed = $1::bytea, handle = coalesce($2::bytea, handle), reach = coalesce($5::bytea, reach)
       where id = decode($3, 'hex') and sealed = $4::bytea`,
      [again.sealed, again.handle ?? null, id, sealed, again.reach ?? null],
    );
    rotation.resealed += 1;
  }
}

/** Notes of staff. */
async function resealNotes({ database, sealer }: Services, rotation: Rotation): Promise<void> {
  const active = keyTag(sealer.keys.activeId);
  const rows = await database.query<Row>("select encode(id, 'hex') as id, sealed from handoff_note");
  for (const { id, sealed } of rows) {
    if (isActive(sealed, active)) continue;
    const again = resealNote(sealer, Buffer.from(id, "hex"), sealed);
    if (!again) {
      rotation.unreadable += 1;
      continue;
    }
    await database.query("update handoff_note set sealed = $1::bytea where id = decode($2, 'hex')", [
      again,
      id,
    ]);
    rotation.resealed += 1;
  }
}

/** Texts that wait: the phone's hash changes with the key, as for opt-outs; the row keeps its id. */
async function resealTexts({ database, sealer }: Services, rotation: Rotation): Promise<void> {
  const active = keyTag(sealer.keys.activeId);
  const rows = await database.query<Row>(
    "select encode(id, 'hex') as id, sealed from outbox where sealed is not null",
  );
  for (const { id, sealed } of rows) {
    if (isActive(sealed, active)) continue;
    const text = openText(sealer, id, sealed);
    if (!text) {
      rotation.unreadable += 1;
      continue;
    }
    await database.query(
      "update outbox set sealed = $1::bytea, address = $2::bytea where id = decode($3, 'hex') and sealed = $4::bytea",
      [resealText(sealer, id, text), sealer.hash("phones", text.phone), id, sealed],
    );
    rotation.resealed += 1;
  }
}

/** A slip holds a week, longer than a rotation should wait: its code, sealed in it, gives the hash under the new key. */
async function resealSlips({ database, sealer }: Services, rotation: Rotation): Promise<void> {
  const active = keyTag(sealer.keys.activeId);
  const rows = await database.query<Row>("select encode(code, 'hex') as id, sealed from slip");
  for (const { id, sealed } of rows) {
    if (isActive(sealed, active)) continue;
    const again = resealSlip(sealer, Buffer.from(id, "hex"), sealed);
    if (again === "kept") continue;
    if (!again) {
      rotation.unreadable += 1;
      continue;
    }
    // Claimed meanwhile, it is the same row still.
    await database.query(
      "update slip set code = $1::bytea, sealed = $2::bytea where code = decode($3, 'hex') and sealed = $4::bytea",
      [again.code, again.sealed, id, sealed],
    );
    rotation.resealed += 1;
  }
}

/**
 * Names and e-mails of who works here, and sign-up sheets. Passwords and second factors stand under a secret, which was
 * sealed again above.
 */
async function resealRows(
  { database, sealer }: Services,
  rotation: Rotation,
  table: "staff_user" | "staff_passkey" | "sheet_person",
  reseal: (under: typeof sealer, id: string, sealed: Uint8Array) => Buffer | undefined,
): Promise<void> {
  const active = keyTag(sealer.keys.activeId);
  for (const { id, sealed } of await database.query<Row>(`select id, sealed from ${table}`)) {
    if (isActive(sealed, active)) continue;
    const again = reseal(sealer, id, sealed);
    if (!again) {
      rotation.unreadable += 1;
      continue;
    }
    await database.query(`update ${table} set sealed = $1::bytea where id = $2 and sealed = $3::bytea`, [
      again,
      id,
      sealed,
    ]);
    if (table === "sheet_person") await rehashSheetPerson({ database, sealer }, id, sealed);
    rotation.resealed += 1;
  }
}

/** DELETE from the phone must find the row under the new key as well. */
async function rehashSheetPerson(
  { database, sealer }: Pick<Services, "database" | "sealer">,
  id: string,
  sealed: Uint8Array,
): Promise<void> {
  const who = openSheetPerson(sealer, id, sealed);
  if (who)
    await database.query("update sheet_person set address = $1::bytea where id = $2", [
      sheetAddress(sealer, who),
      id,
    ]);
}
