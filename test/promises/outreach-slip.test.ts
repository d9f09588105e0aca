/**
 * Forms that waited without signal, and the slips of those who left: each arrives once, sealed for this installation
 * alone; the answer is told to who texts the code and then the birth date (P5, P8, P10, P12, P13, P15).
 */
import { randomBytes } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { purge } from "../../src/acts/purge.ts";
import { rotateKeys } from "../../src/acts/rotate-keys.ts";
import { queueKey } from "../../src/acts/outreach/queueKey.ts";
import { takeSealedForm } from "../../src/acts/outreach/take-sealed-form.ts";
import { makeCarryCode, showCarryCode, slipMs } from "../../src/privacy/carryCode.ts";
import { lookupLimits } from "../../src/privacy/limits.ts";
import { makeApp, phone, type TestApp } from "../support/app.ts";
import { forBothDatabases, type TestDatabase } from "../support/database.ts";
import { sealAsDevice } from "../support/device.ts";
import { crowd, loadList, record } from "../support/list.ts";
import { newPhone } from "../support/talk.ts";
import { makeServices } from "../support/services.ts";

let turns = 0;
const fields = { name: "Marcus Tollesworth", birthDate: "May 19, 1974", year: "1996", caseNumber: "" };

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await makeDatabase();
    app = await makeApp({ database });
    const records = [record(), ...crowd(35)];
    await loadList(app.services, { id: "2020", announced: "2020-02-13", records });
  });

  const newCode = () => makeCarryCode(randomBytes);
  async function queued(code: string, over: object = {}) {
    const turn = `queued-turn-${++turns}`;
    const form = { code, agreed: true, locale: "en", fields, ...over };
    return { turn, sealed: sealAsDevice(await queueKey(app.services), turn, form) };
  }
  async function slipOf(over: object = {}): Promise<string> {
    const code = newCode();
    expect(await takeSealedForm(app.services, await queued(code, over))).toBe("arrived");
    return code;
  }
  const count = async (table: "slip" | "conversation") => {
    const rows = await database.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    return rows[0]?.n ?? 0;
  };

  it("tells who texts the code and the birth date, and looks up only then", async () => {
    const code = await slipOf();
    const audited = async () =>
      (await database.query("select 1 as one from audit where event in ('lookup_made', 'outreach_lookup')"))
        .length;
    const before = await audited();
    const talk = phone(app, newPhone());
    const asked = (await talk(showCarryCode(code).toLowerCase())).join(" ");
    expect(asked).toContain("What is your birth date?");
    expect(asked).not.toMatch(/Tollesworth|cannabis|court|case/i);
    expect(await audited()).toBe(before);
    expect((await talk("5/19/1974")).join(" ")).toContain("February 2020");
    expect(await audited()).toBe(before + 1);
  });

  it("speaks the person's language", async () => {
    const code = await slipOf({ locale: "es", fields: { ...fields, birthDate: "19 de mayo de 1974" } });
    const talk = phone(app, newPhone());
    expect((await talk(code)).join(" ")).toContain("Mande su fecha de nacimiento");
    expect((await talk("19 de mayo de 1974")).join(" ")).toContain("febrero de 2020");
  });

  it("ends with the third wrong date, whatever number stood on the form, and says nothing of it", async () => {
    const code = await slipOf({ fields: { ...fields, caseNumber: "BA131774" } });
    const talk = phone(app, newPhone());
    await talk(code);
    const told = [];
    for (const date of ["May 20 1974", "May 21 1974", "May 22 1974"]) told.push(...(await talk(date)));
    expect(told.join(" ")).toContain("no longer works");
    expect(told.join(" ")).not.toMatch(/Tollesworth|BA131774|February 2020/i);
    expect((await talk("May 19 1974")).join(" ")).not.toContain("February 2020");
    expect((await phone(app, newPhone())(code)).join(" ")).not.toContain("birth date");
  });

  it("works once: another phone gets what any unknown code gets", async () => {
    const code = await slipOf();
    await phone(app, newPhone())(code);
    const second = await phone(app, newPhone())(code);
    expect(second).toEqual(await phone(app, newPhone())(newCode()));
  });

  it("a form arrives once, however often it is sent", async () => {
    const before = await count("slip");
    const one = await queued(newCode());
    const arrivals = await Promise.all(Array.from({ length: 20 }, () => takeSealedForm(app.services, one)));
    expect(new Set(arrivals)).toEqual(new Set(["arrived"]));
    expect(await takeSealedForm(app.services, one)).toBe("arrived");
    expect(await count("slip")).toBe(before + 1);
    const rows = await database.query<{ n: number }>(
      "select sum(n)::int as n from tally where name = 'form_arrived'",
    );
    expect(rows[0]?.n).toBe(await count("slip"));
  });

  it("takes nothing that was altered, moved to another turn, or sealed for another installation", async () => {
    const before = await count("slip");
    const one = await queued(newCode());
    const flipped = Buffer.from(one.sealed, "base64url");
    flipped.writeUInt8(flipped.readUInt8(90) ^ 1, 90);
    const elsewhere = makeServices({
      database: { ...database },
      keys: `z:${Buffer.alloc(32, 9).toString("base64")}`,
    });
    for (const sealed of [flipped.toString("base64url"), "", "AAAA", "x".repeat(3000)])
      expect(await takeSealedForm(app.services, { ...one, sealed })).toBe("unreadable");
    expect(await takeSealedForm(app.services, { ...one, turn: "queued-turn-other" })).toBe("unreadable");
    await expect(takeSealedForm(elsewhere, one)).rejects.toThrow(/CLEARLINE_KEYS/);
    const odd = [
      { agreed: false },
      { code: "1" },
      { locale: "fr" },
      { fields: { name: 1 } },
      { fields: null },
    ];
    for (const over of odd)
      expect(await takeSealedForm(app.services, await queued(newCode(), over))).toBe("unreadable");
    expect(await count("slip")).toBe(before);
  });

  it("STOP and DELETE work while the date is asked, and a phone's limit of lookups holds", async () => {
    const talk = phone(app, newPhone());
    await talk(await slipOf());
    expect((await talk("delete my data")).join(" ")).toContain("erased");
    for (let n = 0; n < lookupLimits.perPhoneDay; n++) {
      await talk(await slipOf());
      await talk("May 19 1974");
    }
    await talk(await slipOf());
    expect((await talk("May 19 1974")).join(" ")).not.toContain("February 2020");
    expect(await talk("STOP")).toHaveLength(1);
    expect(await talk(await slipOf())).toEqual([]);
  });

  it("answers under a new master key alone once keys were rotated, and asks the same date still", async () => {
    const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString("base64")}`;
    const [a, b] = [key("a", 1), key("b", 2)];
    const rotated = await makeDatabase();
    // Each server its own database object: what a process remembers hangs on it.
    const under = (keys: string) =>
      makeApp({ database: { ...rotated }, keys, runtime: app.services.runtime });
    const old = await under(a);
    await loadList(old.services, {
      id: "2020",
      announced: "2020-02-13",
      records: [record(), ...crowd(35)],
    });
    const codes = [newCode(), newCode()];
    for (const code of codes) {
      const turn = `queued-turn-${++turns}`;
      const form = { code, agreed: true, locale: "en", fields };
      const sealed = sealAsDevice(await queueKey(old.services), turn, form);
      expect(await takeSealedForm(old.services, { turn, sealed })).toBe("arrived");
    }
    const both = await under(`${b},${a}`);
    expect(await rotateKeys(both.services)).toMatchObject({ unreadable: 0, waiting: 0 });
    const again = await rotateKeys(both.services);
    expect(again).toEqual({ resealed: 0, unreadable: 0, waiting: 0 });
    const alone = await under(b);
    for (const code of codes) {
      const talk = phone(alone, newPhone());
      expect((await talk(code)).join(" ")).toContain("What is your birth date?");
      expect((await talk("May 20 1974")).join(" ")).not.toContain("February 2020");
      expect((await talk("May 19 1974")).join(" ")).toContain("February 2020");
    }
    // A device that took the queue's key before sends for it still.
    expect(await queueKey(alone.services)).toBe(await queueKey(old.services));
  });

  it("holds a week, then purge removes it; the database holds nothing of it in clear", async () => {
    const code = await slipOf();
    const rows = await database.query<{ sealed: Uint8Array; code: Uint8Array }>(
      "select sealed, code from slip",
    );
    const text = rows.map((row) => Buffer.concat([row.sealed, row.code]).toString("latin1")).join();
    expect(text).not.toMatch(/Tollesworth|1974|BA131774/i);
    expect(text).not.toContain(code);
    app.services.runtime.advance(slipMs + 1);
    expect((await phone(app, newPhone())(code)).join(" ")).not.toContain("birth date");
    await purge(app.services);
    expect(await count("slip")).toBe(0);
  });
});
