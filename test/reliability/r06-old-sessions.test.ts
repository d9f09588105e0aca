/**
 * R6: conversations stored by every version so far go on under today's code. test/sessions/ keeps one file a version;
 * a file is never changed: where the form changes, a new one is added.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { sealConversation } from "../../src/acts/turn/state.ts";
import { newConversation } from "../../src/dialog/position.ts";
import type { Conversation } from "../../src/dialog/types.ts";
import { flowFor } from "../../src/flow/modes.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { forBothDatabases, type TestDatabase } from "../support/database.ts";
import { testTwilio } from "../support/sending.ts";
import { newPhone, postText } from "../support/talk.ts";

interface Session {
  name: string;
  conversation: Conversation;
  /** What the person says next, and what the reply must hold. */
  says: string;
  hears: string;
}

const folder = path.join(import.meta.dirname, "../sessions");
const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
const read = (file: string) => JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Session[];

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  beforeAll(async () => {
    database = await makeDatabase();
    app = await makeApp({ database, config: { twilio: testTwilio } });
  });

  for (const file of files) {
    describe(file, () => {
      for (const { name, conversation, says, hears } of read(file)) {
        it(`${name}: goes on where it was`, async () => {
          const phone = newPhone();
          const { sealer, runtime } = app.services;
          const handle = sealer.hash("phones", phone);
          const now = runtime.now();
          const stored = { ...conversation, startedAt: now - 120_000, lastAt: now - 60_000 };
          await database.query(
            `insert into conversation (handle, version, sealed, attempts, answers_until, gone_at)
             values ($1::bytea, 7, $2::bytea, $3::int, to_timestamp($4::float8 / 1000), to_timestamp($4::float8 / 1000))`,
            [handle, sealConversation(sealer, handle, stored), conversation.attempts, now + 3_600_000],
          );
          const answer = await postText(app, phone, says);
          expect(answer.texts.join(" ")).toContain(hears);
        });
      }
    });
  }
});

it("the newest file has the form that is stored today: a new form needs a new file", () => {
  const newest = read(files.sort().at(-1) ?? "");
  const flow = flowFor({ lookups: "full" }, null, "sms");
  const today: Conversation = { ...newConversation(flow, "sms", 0, { event: "CLINIC42" }), handoff: "" };
  const forms = newest.map(({ conversation }) =>
    Object.keys({ ...conversation, event: "", handoff: "" }).sort(),
  );
  for (const form of forms) expect(form).toEqual(Object.keys(today).sort());
  expect(newest.map(({ conversation }) => conversation.flow)).toContain(flow.version);
});
