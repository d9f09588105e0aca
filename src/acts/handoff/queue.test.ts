/**
 * The queue of people who wait: what it shows before and after it is opened, who may do what, and what stays.
 */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeApp, type TestApp } from "../../../test/support/app.ts";
import {
  dumpDatabase,
  emptyDatabase,
  forBothDatabases,
  type TestDatabase,
} from "../../../test/support/database.ts";
import { marcus } from "../../../test/support/list.ts";
import { loadMarcus, waitForPerson } from "../../../test/support/queue.ts";
import { testTwilio } from "../../../test/support/sending.ts";
import { signedIn, type StaffBrowser } from "../../../test/support/staff.ts";
import { postText } from "../../../test/support/talk.ts";
import { readMatching } from "../numbers/read-matching.ts";
import { purge } from "../purge.ts";
import { rotateKeys } from "../rotate-keys.ts";
import { answerHandoff } from "./answer-handoff.ts";
import { claimHandoff, releaseHandoff } from "./claim-handoff.ts";
import { closeHandoff } from "./close-handoff.ts";
import { safeCsvLine } from "./csvCells.ts";
import { decideMatch, type Verdict } from "./decide-match.ts";
import { exportColumns, exportHandoffs } from "./export-handoffs.ts";
import { listHandoffs } from "./list-handoffs.ts";
import { noteHandoff } from "./note-handoff.ts";
import { viewHandoff } from "./view-handoff.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  let one: StaffBrowser;
  let other: StaffBrowser;

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    app = await makeApp({ database, config: { twilio: testTwilio } });
    await loadMarcus(app);
    [one, other] = [await signedIn(app, "reviewer"), await signedIn(app, "reviewer")];
  });

  const waiting = async () => (await listHandoffs(app.services)).open;
  const first = async () => (await waiting())[0]?.id ?? "";
  const seen = async (id: string, by = one) => {
    const viewed = await viewHandoff(app.services, by, id);
    if (!viewed) throw new Error("nobody under that id");
    return viewed;
  };
  const decide = async (by: StaffBrowser, id: string, verdict: Verdict) => {
    const { near } = await seen(id, by);
    return decideMatch(app.services, by, id, { sign: near.matches[0]?.sign ?? "", verdict });
  };
  const events = (event: string) =>
    database.query<{ actor: string; detail: unknown }>(
      "select actor, detail from audit where event = $1 order by id",
      [event],
    );

  it("lists urgent ones first, then who waited longest, without a word of what they said", async () => {
    await waitForPerson(app);
    app.services.runtime.advance(hourMs);
    await waitForPerson(app, { locale: "es" });
    app.services.runtime.advance(hourMs);
    await waitForPerson(app, { urgent: true, message: false });
    const listed = await waiting();
    expect(listed.map(({ urgent, locale, channel, kind }) => ({ urgent, locale, channel, kind }))).toEqual([
      { urgent: true, locale: "en", channel: "sms", kind: "person" },
      { urgent: false, locale: "en", channel: "sms", kind: "person" },
      { urgent: false, locale: "es", channel: "sms", kind: "person" },
    ]);
    expect(listed.map(({ due }) => due.day)).toEqual(["2026-03-02", "2026-03-05", "2026-03-05"]);
    expect(listed.some(({ overdue }) => overdue)).toBe(false);
    app.services.runtime.advance(dayMs);
    expect((await waiting()).map(({ overdue }) => overdue)).toEqual([true, false, false]);
    const page = await (await one.get("/staff/people-waiting")).text();
    for (const word of ["Tollesworth", "Marcus", "1974", "555"]) expect(page).not.toContain(word);
    expect(await events("handoff_viewed")).toEqual([]);
  });

  it("counts who said that a confirmed case is another's", async () => {
    expect((await listHandoffs(app.services)).notMine).toBe(0);
    const phone = await waitForPerson(app, { person: marcus });
    for (const text of ["that is not my case", "1", "1", "3", "1", "2", "1"])
      await postText(app, phone, text);
    const { open, notMine } = await listHandoffs(app.services);
    expect(notMine).toBe(1);
    expect(open.map(({ kind }) => kind)).toEqual(["notMine"]);
  });

  it("shows one person and what is near them, with reasons that add up, audited by a subject alone (P16)", async () => {
    const phone = await waitForPerson(app);
    const viewed = await seen(await first());
    expect(viewed.handoff?.reach).toMatchObject({ phone, message: true, time: "evening" });
    const [match] = viewed.near.matches;
    expect(viewed.near.looked).toBe("yes");
    expect(match?.record.caseNumber).toBe("BA131774");
    expect(match?.machine).not.toBe("confirmed");
    expect(match?.reasons.find(({ field }) => field === "birthDate")?.level).toBe("digit");
    const sum = match?.reasons.reduce((total, { weight }) => total + weight, 0);
    expect(sum).toBeCloseTo(match?.weight ?? 0, 6);
    // Strangers of the same list stay unseen.
    expect(viewed.near.matches).toHaveLength(1);
    expect(await events("handoff_viewed")).toEqual([{ actor: one.id, detail: { lookup: true } }]);
  });

  it("shows nothing when the view cannot be recorded", async () => {
    await waitForPerson(app);
    const id = await first();
    await database.query("alter table audit add constraint none check (event <> 'handoff_viewed') not valid");
    try {
      const answer = await one.get(`/staff/people-waiting/${id}`);
      expect(answer.status).toBe(500);
      expect(await answer.text()).not.toContain("Tollesworth");
    } finally {
      await database.query("alter table audit drop constraint none");
    }
  });

  it("looks nothing up while lookups are off, and shows the rest", async () => {
    await waitForPerson(app);
    await database.query("insert into setting (key, value, at) values ('lookups', 'off', now())");
    const viewed = await seen(await first());
    expect(viewed.near).toMatchObject({ looked: "off", matches: [] });
    expect(viewed.handoff?.answers.names).toHaveLength(1);
  });

  it("lets one claim it, at once or one after another; the claim lapses after a day", async () => {
    await waitForPerson(app);
    const id = await first();
    const both = await Promise.all([one, other].map((by) => claimHandoff(app.services, by, id)));
    expect(both.sort()).toEqual(["done", "taken"]);
    const [listed] = await waiting();
    const holder = listed?.claim?.id === one.id ? one : other;
    const barred = holder === one ? other : one;
    expect(await releaseHandoff(app.services, { id: barred.id, role: "reviewer" }, id)).toBe("taken");
    expect(await closeHandoff(app.services, barred, id, "helped")).toBe("taken");
    expect(await releaseHandoff(app.services, { id: barred.id, role: "admin" }, id)).toBe("done");
    expect((await waiting())[0]?.claim).toBeUndefined();
    await claimHandoff(app.services, holder, id);
    app.services.runtime.advance(dayMs + 1);
    expect(await claimHandoff(app.services, barred, id)).toBe("done");
    expect(await claimHandoff(app.services, one, "no id")).toBe("unknown");
    expect(await claimHandoff(app.services, one, "ab".repeat(16))).toBe("unknown");
  });

  it("takes two different people to overturn the machine, and counts it once settled", async () => {
    await waitForPerson(app);
    const id = await first();
    expect(await decide(one, id, "theirs")).toBe("proposed");
    expect(await decide(one, id, "theirs")).toBe("needsOther");
    expect((await waiting())[0]?.proposedBy).toEqual([one.id]);
    expect((await readMatching(app.services, 30)).all.all).toBe(0);
    expect(await decide(other, id, "theirs")).toBe("settled");
    expect(await decide(other, id, "theirs")).toBe("settled");
    const { decisions } = await seen(id);
    expect([...decisions.values()]).toMatchObject([
      { verdict: "theirs", state: "settled", byId: one.id, second: expect.stringContaining("Wren") },
    ]);
    const totals = await database.query(
      "select kind, machine, differs, verdict, n::int as n from verdict_count",
    );
    const why = { kind: "person", machine: "possible", differs: "birthDate" };
    expect(totals).toEqual([{ ...why, verdict: "theirs", n: 1 }]);
    // What is settled another way is counted anew.
    expect(await decide(one, id, "needMore")).toBe("settled");
    const after = await database.query("select verdict, n::int as n from verdict_count order by verdict");
    expect(after).toEqual([
      { verdict: "needMore", n: 1 },
      { verdict: "theirs", n: 0 },
    ]);
    const { open } = await readMatching(app.services, 30);
    expect(open.counts).toEqual({ theirs: 0, notTheirs: 0, needMore: null });
  });

  it("lets one person say that it is not theirs, and decides nothing that was not shown", async () => {
    await waitForPerson(app);
    await waitForPerson(app);
    const [a, b] = (await waiting()).map(({ id }) => id);
    if (a === undefined || b === undefined) throw new Error("two wait");
    expect(await decide(one, a, "notTheirs")).toBe("settled");
    const { near } = await seen(b);
    const sign = near.matches[0]?.sign ?? "";
    expect(await decideMatch(app.services, one, a, { sign, verdict: "theirs" })).toBe("unknown");
    expect(await decideMatch(app.services, one, a, { sign: "", verdict: "theirs" })).toBe("unknown");
    const flipped = `${sign.slice(0, -4)}AAAA`;
    expect(await decideMatch(app.services, one, b, { sign: flipped, verdict: "theirs" })).toBe("unknown");
  });

  it("one proposal by two at once, and what the machine confirmed needs no second", async () => {
    await waitForPerson(app);
    const id = await first();
    const { near } = await seen(id);
    const sign = near.matches[0]?.sign ?? "";
    const results = await Promise.all(
      [one, one, one].map((by) => decideMatch(app.services, by, id, { sign, verdict: "theirs" })),
    );
    expect(results.sort()).toEqual(["needsOther", "needsOther", "proposed"]);
    await waitForPerson(app, { person: marcus });
    const sure = (await waiting()).map((waiter) => waiter.id).find((each) => each !== id) ?? "";
    expect((await seen(sure)).near.matches[0]?.machine).toBe("confirmed");
    expect(await decide(one, sure, "theirs")).toBe("settled");
  });

  it("texts a template in their language, once a day, and never where it is not wanted", async () => {
    const phone = await waitForPerson(app, { locale: "es" });
    const id = await first();
    const answer = (by = one) => answerHandoff(app.services, app.copy, by, id, "personReady");
    expect(await answer()).toBe("done");
    expect(await answer()).toBe("again");
    expect(await answer(other)).toBe("taken");
    const rows = await database.query<{ kind: string; locale: string; asked: boolean }>(
      "select kind, locale, asked from outbox",
    );
    expect(rows).toEqual([{ kind: "personReady", locale: "es", asked: false }]);
    expect((await waiting())[0]?.texted).toBe(true);
    expect(await events("handoff_answered")).toEqual([
      { actor: one.id, detail: { template: "personReady" } },
    ]);
    await postText(app, phone, "ALTO");
    expect((await seen(id)).canText).toBe("stopped");
    app.services.runtime.advance(dayMs);
    expect(await answer()).toBe("stopped");
    await waitForPerson(app, { message: false });
    const silent = (await waiting()).find((waiter) => waiter.locale === "en")?.id ?? "";
    expect(await answerHandoff(app.services, app.copy, one, silent, "personCalled")).toBe("notAllowed");
    const mute = await makeApp({ database });
    expect((await viewHandoff(mute.services, one, id))?.canText).toBe("noSender");
  });

  it("is gone seven days after it is closed, with notes and verdicts; the sums stay (P13)", async () => {
    await waitForPerson(app);
    const id = await first();
    await decide(one, id, "notTheirs");
    await noteHandoff(app.services, one, id, "Called at noon.");
    expect(await closeHandoff(app.services, one, id, "helped")).toBe("done");
    expect(await closeHandoff(app.services, one, id, "helped")).toBe("closed");
    expect(await claimHandoff(app.services, one, id)).toBe("closed");
    expect(await decide(one, id, "theirs")).toBe("closed");
    expect((await listHandoffs(app.services)).closed.map((closed) => closed.id)).toEqual([id]);
    app.services.runtime.advance(7 * dayMs - 1);
    await purge(app.services);
    expect((await seen(id)).notes).toHaveLength(1);
    app.services.runtime.advance(2);
    expect(await viewHandoff(app.services, one, id)).toBeUndefined();
    await purge(app.services);
    for (const table of ["handoff", "handoff_work", "handoff_note", "handoff_decision"])
      expect(await database.query(`select 1 as one from ${table}`), table).toEqual([]);
    expect(await database.query("select 1 as one from verdict_count")).toHaveLength(1);
  });

  it("closed late it lives no longer than 30 days in all", async () => {
    await waitForPerson(app);
    const id = await first();
    const { goneAt } = await seen(id);
    app.services.runtime.advance(28 * dayMs);
    await closeHandoff(app.services, one, id, "notReached");
    expect((await seen(id)).goneAt).toBe(goneAt);
  });

  it("goes whole with DELETE, and a dump tells nothing of notes and verdicts (P14, P15)", async () => {
    const phone = await waitForPerson(app);
    const id = await first();
    await noteHandoff(app.services, one, id, "  Prefers Tuesdays, sister answers.  ");
    await noteHandoff(app.services, one, id, "   ");
    await decide(one, id, "theirs");
    const dump = (await dumpDatabase(database)).join("\n");
    for (const secret of ["Tuesdays", "BA131774", "TOLLESWORTH"]) expect(dump).not.toContain(secret);
    const hex = Buffer.from("Tuesdays").toString("hex");
    expect(dump).not.toContain(hex);
    expect((await seen(id)).notes.map(({ text }) => text)).toEqual(["Prefers Tuesdays, sister answers."]);
    await postText(app, phone, "delete my data");
    expect(await waiting()).toEqual([]);
    for (const table of ["handoff_work", "handoff_note", "handoff_decision"])
      expect(await database.query(`select 1 as one from ${table}`), table).toEqual([]);
  });

  it("notes and verdicts are read after keys have changed", async () => {
    const [a, b] = ["a", "b"].map((id, i) => `${id}:${Buffer.alloc(32, i + 7).toString("base64")}`);
    const { runtime } = app.services;
    app = await makeApp({ database, runtime, keys: a ?? "" });
    await loadMarcus(app);
    await waitForPerson(app);
    const id = await first();
    await noteHandoff(app.services, one, id, "Called.");
    await decide(one, id, "theirs");
    app = await makeApp({ database, runtime, keys: `${b},${a}` });
    await rotateKeys(app.services);
    app = await makeApp({ database, runtime, keys: b ?? "" });
    const viewed = await seen(id);
    expect(viewed.notes.map(({ text }) => text)).toEqual(["Called."]);
    expect(viewed.decisions.get(viewed.near.matches[0]?.tag ?? "")?.state).toBe("proposed");
  });

  it("exports who agreed to hand their answers over, and nobody else, audited", async () => {
    const phone = await waitForPerson(app, { urgent: true });
    // A number alone: nothing was handed over but that.
    for (const text of ["hello", "1", "PERSON", "1", "213 555 0142", "3", "1", "2", "1"])
      await postText(app, "+13235559090", text);
    expect(await waiting()).toHaveLength(2);
    const { csv, count } = await exportHandoffs(app.services, one);
    const [head = "", row = "", ...rest] = csv.split("\r\n");
    expect(count).toBe(1);
    expect(rest).toEqual([""]);
    expect(head).toBe(exportColumns.map((column) => `"${column}"`).join(","));
    expect(row).toContain('"Marcus Tollesworth","1974-05-13"');
    expect(row).toContain(`"${phone.slice(1)}"`);
    expect(await events("handoffs_exported")).toEqual([{ actor: one.id, detail: { count: 1 } }]);
  });
});

describe("a cell", () => {
  it("never runs as a formula", () => {
    for (const bad of ["=1+1", "+1", "-1", "@a", " =1", "\t=1", "\r=1", "＝1", "\uFEFF=1"])
      expect(safeCsvLine([bad])).toBe(`"'${bad}"\r\n`);
    expect(safeCsvLine(['say "hi"', "a,b", "", "O'Hara"])).toBe(`"say ""hi""","a,b","","O'Hara"\r\n`);
  });
});
