/**
 * Everything under /staff/account: for everybody who works here, about themselves alone.
 */
import { Hono } from "hono";
import { setStaffLocale } from "../../acts/staff/change.ts";
import { beginPhone, confirmPhone, openPhone } from "../../acts/staff/change-phone.ts";
import { changePassword, changePin, renewCodes } from "../../acts/staff/own-secrets.ts";
import { endOtherSessions } from "../../acts/staff/own-sessions.ts";
import { passwordChars, pinPattern } from "../../acts/staff/types.ts";
import { BackupCodes } from "../codes.tsx";
import { fieldsOf } from "../desk.tsx";
import { requireStaff } from "../guard.tsx";
import { showPage, wordsOf } from "../layout.tsx";
import { everyone } from "../navigation.ts";
import type { StaffDeps, StaffEnv } from "../types.ts";
import { createPasskeys } from "./passkeys.tsx";
import { phonePage, secretPage } from "./forms.tsx";
import { accountPage, accountPath, did, type Did } from "./page.tsx";

export function createAccount(deps: StaffDeps): Hono<StaffEnv> {
  const { services } = deps;
  const app = new Hono<StaffEnv>();
  app.use(requireStaff(deps, { roles: everyone }));
  const done = (what: Did) => `${accountPath}?did=${what}`;

  app.get("/", (c) => {
    const said = c.req.query("did");
    return accountPage(
      c,
      deps,
      did.find((one) => one === said),
    );
  });
  for (const secret of ["password", "pin", "phone", "codes"] as const)
    app.get(`/${secret}`, (c) => secretPage(c, deps, secret));

  app.route("/passkeys", createPasskeys(deps));

  app.post("/password", async (c) => {
    const field = await fieldsOf(c);
    const next = field("password");
    if (next.length < passwordChars.min || next.length > passwordChars.max)
      return secretPage(c, deps, "password", "short");
    const result = await changePassword(services, c.var.staff, { current: field("current"), next });
    return result === "done" ? c.redirect(done("password"), 303) : secretPage(c, deps, "password", result);
  });

  app.post("/pin", async (c) => {
    const field = await fieldsOf(c);
    const next = field("pin").trim();
    if (!pinPattern.test(next)) return secretPage(c, deps, "pin", "pin");
    const result = await changePin(services, c.var.staff, { current: field("current"), next });
    return result === "done" ? c.redirect(done("pin"), 303) : secretPage(c, deps, "pin", result);
  });

  app.post("/phone", async (c) => {
    const field = await fieldsOf(c);
    const begun = await beginPhone(services, c.var.staff, field("current"));
    return typeof begun === "string" ? secretPage(c, deps, "phone", begun) : phonePage(c, deps, begun);
  });
  app.get("/phone/code", (c) => c.redirect(`${accountPath}/phone`, 303));
  app.post("/phone/code", async (c) => {
    const field = await fieldsOf(c);
    const sealed = field("sealed");
    const result = await confirmPhone(services, c.var.staff, { sealed, code: field("code") });
    if (result === "done") return c.redirect(done("phone"), 303);
    const phone = result === "wrong" ? openPhone(services, c.var.staff, sealed) : undefined;
    return phone ? phonePage(c, deps, phone, true) : secretPage(c, deps, "phone", "gone");
  });

  app.post("/codes", async (c) => {
    const field = await fieldsOf(c);
    const result = await renewCodes(services, c.var.staff, field("current"));
    if (typeof result === "string") return secretPage(c, deps, "codes", result);
    return showPage(
      c,
      deps,
      { heading: "staff.backup.title" },
      <BackupCodes codes={result.codes} to={accountPath} word={wordsOf(c, deps)} />,
    );
  });

  app.post("/language", async (c) => {
    const field = await fieldsOf(c);
    await setStaffLocale(services, c.var.staff.id, field("locale") === "es" ? "es" : "en");
    return c.redirect(done("language"), 303);
  });
  app.post("/sessions", async (c) => {
    await endOtherSessions(services, c.var.staff);
    return c.redirect(done("sessions"), 303);
  });
  return app;
}
