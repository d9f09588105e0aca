/**
 * `clearline staff …`: who works here. Invitations are printed, once; pages under /staff do the rest.
 */
import { parseArgs } from "node:util";
import { changeRole, disableStaff, resetStaff, type Left } from "../acts/staff/change.ts";
import { inviteStaff } from "../acts/staff/invite.ts";
import { listStaff } from "../acts/staff/list.ts";
import { roles, StaffRefusal } from "../acts/staff/types.ts";
import { UsageError, type Command, type CommandContext } from "./command.ts";

type Run = (args: string[], context: CommandContext) => Promise<number>;

/** The one e-mail a subcommand takes. */
function emailOf(positionals: readonly string[], name: string): string {
  const [email, ...more] = positionals;
  if (email === undefined || more.length > 0) throw new UsageError(`staff ${name} takes one e-mail address`);
  return email;
}

function sayLink(context: CommandContext, link: string): number {
  context.out(`Send this link to them. It works once, for 48 hours, and is not shown again:\n${link}\n`);
  return 0;
}

/** The command line may take the last admin away; nobody shall find out later. */
function warn(context: CommandContext, { noAdmin }: Left): number {
  if (noAdmin) context.out("Nobody is admin now: clearline staff add EMAIL --role admin\n");
  return 0;
}

const subcommands: Record<string, Run> = {
  async add(args, context) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { role: { type: "string", default: "worker" }, locale: { type: "string", default: "en" } },
    });
    const email = emailOf(positionals, "add");
    const role = roles.find((one) => one === values.role);
    if (!role) throw new UsageError(`--role takes one of ${roles.join(", ")}`);
    const { locale } = values;
    if (locale !== "en" && locale !== "es") throw new UsageError("--locale takes en or es");
    const { link } = await inviteStaff(await context.services(), { email, role, locale }, "operator");
    return sayLink(context, link);
  },
  async list(args, context) {
    if (args.length > 0) throw new UsageError("staff list takes nothing more");
    const people = await listStaff(await context.services());
    if (people.length === 0) context.out("Nobody yet: clearline staff add EMAIL --role admin\n");
    for (const { email, name, role, locale, state } of people)
      context.out(`${email}  ${role}  ${locale}  ${state}${name === "" ? "" : `  ${name}`}\n`);
    return 0;
  },
  async disable(args, context) {
    const email = emailOf(args, "disable");
    const left = await disableStaff(await context.services(), { email }, "operator");
    context.out("The account is closed and every session of it has ended.\n");
    return warn(context, left);
  },
  async role(args, context) {
    const [email, name, ...more] = args;
    const role = roles.find((one) => one === name);
    if (email === undefined || !role || more.length > 0)
      throw new UsageError(`staff role takes an e-mail address and one of ${roles.join(", ")}`);
    const left = await changeRole(await context.services(), { email }, role, "operator");
    context.out(`${role} from now on, in running sessions too.\n`);
    return warn(context, left);
  },
  async reset(args, context) {
    const email = emailOf(args, "reset");
    const { link } = await resetStaff(await context.services(), { email }, "operator");
    return sayLink(context, link);
  },
};

export const staffCommand: Command = {
  name: "staff",
  usage: [
    "staff add EMAIL [--role worker|reviewer|admin] [--locale en|es]  print an invitation for someone to work here",
    "  clearline staff list                         who works here, and who was invited",
    "  clearline staff role EMAIL worker|reviewer|admin  another role, at once",
    "  clearline staff reset EMAIL | disable EMAIL  a new invitation, without the old phone | close the account at once",
  ].join("\n"),
  async run(args, context) {
    const [name = "", ...rest] = args;
    const run = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
    if (!run) throw new UsageError(`staff takes one of ${Object.keys(subcommands).join(", ")}`);
    try {
      return await run(rest, context);
    } catch (error) {
      if (error instanceof StaffRefusal) throw new UsageError(error.message);
      throw error;
    }
  },
};
