/**
 * A conversation in memory for browser tests: short questions of every kind the chat has to show, one turn
 * an id, faults on demand. It knows no law and no list.
 */
import type { TakeChat } from "../../../src/channels/web/turn.ts";
import type { ChatMessage, ChatReply, ChatRequest } from "../../../src/channels/web/types.ts";

type Locale = "en" | "es";

interface Step {
  id: string;
  ask: Record<Locale, string>;
  choices?: Record<Locale, [id: string, label: string][]>;
}

const steps: Step[] = [
  {
    id: "start",
    ask: {
      en: "This is a program, not a court, police or lawyer. We never ask about immigration status. Would you rather call? (555) 010-0100.",
      es: "Este es un programa, no la corte, la policía ni un abogado. Nunca preguntamos si tiene papeles. ¿Prefiere llamar? (555) 010-0100.",
    },
    choices: {
      en: [
        ["agree", "I agree"],
        ["stepsOnly", "Only the steps"],
      ],
      es: [
        ["agree", "Acepto"],
        ["stepsOnly", "Solo los pasos"],
      ],
    },
  },
  { id: "name", ask: { en: "What is the name on the case?", es: "¿Qué nombre viene en el caso?" } },
  { id: "birthDate", ask: { en: "What is the birth date?", es: "¿Cuál es la fecha de nacimiento?" } },
  {
    id: "confirm",
    ask: { en: "This is what we will look for.", es: "Esto es lo que vamos a buscar." },
    choices: { en: [["search", "Look now"]], es: [["search", "Buscar ahora"]] },
  },
];

const topics: Step = {
  id: "topics",
  ask: { en: "What would you like to know?", es: "¿Qué quiere saber?" },
  choices: {
    en: [
      ["proof", "How to get proof"],
      ["finish", "Finish"],
    ],
    es: [
      ["proof", "Cómo conseguir prueba"],
      ["finish", "Terminar"],
    ],
  },
};

const result = {
  en: "A case that matches is on the September 2021 list.\n\nThis is not proof. Ask the clerk for a certified copy. Call (323) 760-6763.",
  es: "Un caso que coincide viene en la lista de septiembre de 2021.\n\nEsto no es prueba. Pida una copia certificada. Llame al (323) 760-6763.",
};

interface Held {
  locale: Locale;
  at: number;
  replies: Map<string, ChatReply>;
}

export interface ScriptedChat {
  take: TakeChat;
  /** Every turn that was taken, copies left out. */
  taken: ChatRequest[];
  /** How many requests came in, copies included. */
  received: number;
  /** Throws on the next so many requests. */
  failNext: number;
  /** What it throws then. */
  failure: Error;
}

/** A fresh conversation partner. */
export function scriptedChat(): ScriptedChat {
  const held = new Map<string, Held>();
  let tokens = 0;

  function ask(step: Step, locale: Locale): ChatMessage {
    const choices = (step.choices?.[locale] ?? []).map(([id, label]) => ({ id, label }));
    return { id: "m1", text: step.ask[locale], choices, sources: [] };
  }

  function reply(
    token: string,
    one: Held,
    before: ChatMessage[] = [],
    outcome: string | null = null,
  ): ChatReply {
    const step = steps[one.at] ?? topics;
    return {
      conversation: token,
      locale: one.locale,
      question: step.id,
      progress: { at: Math.min(one.at + 1, steps.length), of: steps.length },
      messages: [...before, ask(step, one.locale)].map((message, i) => ({ ...message, id: `m${i + 1}` })),
      outcome,
      done: false,
    };
  }

  function open(locale: Locale): ChatReply {
    const token = `token${++tokens}`;
    const one: Held = { locale, at: 0, replies: new Map() };
    held.set(token, one);
    return reply(token, one);
  }

  function turn(request: ChatRequest): ChatReply {
    const token = request.conversation ?? "";
    const one = held.get(token);
    if (one === undefined) return open(request.locale ?? "en");
    const before = one.replies.get(request.turn);
    if (before !== undefined) return before;
    chat.taken.push(request);
    const answer = next(token, one, request);
    one.replies.set(request.turn, answer);
    return answer;
  }

  function next(token: string, one: Held, request: ChatRequest): ChatReply {
    const said = (request.text ?? "").toLowerCase();
    if (said === "delete my data" || said === "borrar todo") {
      held.delete(token);
      const fresh = open(one.locale);
      const erased = {
        id: "m0",
        text: one.locale === "en" ? "Erased here." : "Ya se borró.",
        choices: [],
        sources: [],
      };
      return { ...fresh, messages: [erased, ...fresh.messages] };
    }
    if (said === "español" || said === "english") {
      one.locale = said === "english" ? "en" : "es";
      return reply(token, one);
    }
    if (said === "back" || said === "atrás") {
      one.at = Math.max(0, one.at - 1);
      return reply(token, one);
    }
    if (request.edit !== undefined) {
      one.at = Math.max(
        0,
        steps.findIndex((step) => step.id === request.edit),
      );
      return reply(token, one);
    }
    if (one.at >= steps.length) {
      if (request.choice !== "finish")
        return reply(token, one, [{ id: "m", text: result[one.locale], choices: [], sources: [] }]);
      held.delete(token);
      const bye = { id: "m1", text: one.locale === "en" ? "Goodbye." : "Adiós.", choices: [], sources: [] };
      return { ...reply(token, one), question: null, messages: [bye], done: true };
    }
    one.at++;
    if (one.at < steps.length) return reply(token, one);
    const sources = [{ label: "Public Defender", url: "https://example.org/source" }];
    return reply(token, one, [{ id: "m", text: result[one.locale], choices: [], sources }], "dismissed");
  }

  const chat: ScriptedChat = {
    taken: [],
    received: 0,
    failNext: 0,
    failure: new Error("as asked"),
    take(request) {
      chat.received++;
      if (chat.failNext > 0) {
        chat.failNext--;
        return Promise.reject(chat.failure);
      }
      return Promise.resolve(turn(request));
    },
  };
  return chat;
}
