/**
 * The HTTP application: which address leads to which channel. Everything it needs is handed in.
 */
import { Hono } from "hono";
import { requestId } from "hono/request-id";
import type { Services } from "./acts/services.ts";
import { createSms } from "./channels/sms/receive.ts";
import { createCarry, createTakeCarry } from "./channels/web/carry.ts";
import { createFaultPage } from "./channels/web/page/fault.tsx";
import { createWebPages } from "./channels/web/pages.tsx";
import { createChat } from "./channels/web/receive.ts";
import { createVoice } from "./channels/voice/receive.ts";
import { createTakeChat } from "./channels/web/turn.ts";
import type { Copy } from "./copy/copy.ts";
import type { ServerEnv } from "./http/address.ts";
import { answerError, answerMissing } from "./http/errors.ts";
import { createHealth, type Readiness } from "./http/health.ts";
import { createMetrics } from "./http/metrics.ts";
import { createGate } from "./http/gate.ts";
import { createOutreach } from "./outreach/routes.tsx";
import { createStepsPage } from "./outreach/stepsPage.tsx";
import { createPreview } from "./review/previewRoutes.tsx";
import { createImports } from "./staff/imports/routes.tsx";
import { createStaff } from "./staff/routes.ts";

export interface AppDeps {
  services: Services;
  copy: Copy;
  readiness: Readiness;
}

export function createApp({ services, copy, readiness }: AppDeps): Hono<ServerEnv> {
  const { config, log, runtime } = services;
  const app = new Hono<ServerEnv>();
  const metrics = createMetrics(runtime, config.metricsToken);
  const take = createTakeChat(services, copy);

  app.use(requestId({ generator: () => runtime.uuid(), headerName: "" }));
  app.use(metrics.measure);
  app.route("/", createHealth(services, readiness));
  app.route("/", metrics.routes);
  app.use("/webhooks/sms/*", createGate(services));
  app.route("/webhooks/sms", createSms(services, copy));
  app.use("/webhooks/voice/*", createGate(services));
  app.route("/webhooks/voice", createVoice(services, copy));
  app.route("/webhooks/chat/carry", createCarry(createTakeCarry(services)));
  app.route("/webhooks/chat", createChat(take, config.trustedProxies));
  app.route("/", createPreview(config, copy));
  app.route("/staff/lists/import", createImports({ services, copy }));
  app.route("/staff", createStaff({ services, copy }));
  app.route("/outreach", createOutreach({ services, copy }));
  app.route("/steps", createStepsPage({ services, copy }));
  app.route("/", createWebPages({ services, copy, turn: take }));
  const answer = answerError(copy, log, config.org.phone, createFaultPage(config, copy));
  app.notFound(answerMissing(app, answer));
  app.onError(answer);
  return app;
}
