import { describe, expect, it } from "vitest";
import { ConfigError, isLoopback, readConfig } from "./env.ts";

function problems(env: Record<string, string>): readonly string[] {
  try {
    readConfig({ ...env });
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("configuration", () => {
  it("an empty environment is the embedded default on this machine alone", () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: "localhost",
      publicUrl: "http://localhost:3000",
      publicUrlGiven: false,
      databaseUrl: undefined,
      lookups: "full",
      confirm: "date",
      trustedProxies: [],
      chatOrigins: [],
      twilio: { authTokens: [], insecureLocal: false },
    });
  });

  it("takes a theme whole, and refuses one that could not be read, with the figures", () => {
    const theme = {
      THEME_BRAND: "#7A1F3D",
      THEME_ON_BRAND: "#ffffff",
      THEME_GROUND: "#faf7f2",
      THEME_INK: "#201a1c",
      THEME_ACCENT: "#b5561c",
    };
    expect(readConfig({}).theme).toBeUndefined();
    expect(readConfig({ ...theme }).theme).toMatchObject({ brand: "#7a1f3d", ink: "#201a1c" });
    const { THEME_INK: _ink, ...four } = theme;
    expect(problems(four)).toEqual(["THEME_INK: a theme is all five colours or none"]);
    expect(problems({ ...theme, THEME_BRAND: "#f2c7d5" })).toEqual([
      expect.stringMatching(/^THEME_BRAND on THEME_GROUND: contrast 1\.\d, needed are 4\.5$/),
      expect.stringMatching(/^THEME_ON_BRAND on THEME_BRAND: contrast 1\.\d/),
    ]);
    expect(problems({ ...theme, THEME_ACCENT: "orange" })).toEqual([
      "THEME_ACCENT: must be a colour such as #0b5351",
    ]);
    expect(problems({ ...theme, THEME_GROUND: "#000000", THEME_INK: "#ffffff" }).join()).toContain(
      "THEME_GROUND: must be the bright one",
    );
  });

  it("names every variable that is wrong, at once", () => {
    const found = problems({
      PORT: "many",
      LOOKUPS: "maybe",
      PUBLIC_URL: "example.org",
      METRICS_TOKEN: "short",
      LOG_LEVEL: "loud",
    });
    for (const name of ["PORT", "LOOKUPS", "PUBLIC_URL", "METRICS_TOKEN", "LOG_LEVEL"])
      expect(
        found.some((line) => line.startsWith(name)),
        name,
      ).toBe(true);
  });

  it("an empty variable counts as absent", () => {
    expect(readConfig({ PORT: "", PUBLIC_URL: "", TWILIO_AUTH_TOKEN: "", LEGAL_REVIEW: "" })).toEqual(
      readConfig({}),
    );
  });

  it("takes the keys out of the environment once read, and never shows them in a problem", () => {
    const env: Record<string, string> = { CLEARLINE_KEYS: "a:secret-secret" };
    expect(readConfig(env).keys).toBe("a:secret-secret");
    expect(env["CLEARLINE_KEYS"]).toBeUndefined();
    expect(problems({ CLEARLINE_KEYS: "a:secret-secret", PORT: "x" }).join()).not.toContain("secret");
  });

  it("with PostgreSQL keys must be named: none are made up", () => {
    const url = { DATABASE_URL: "postgres://localhost/x" };
    expect(problems(url).join()).toContain("CLEARLINE_KEYS");
    expect(problems({ ...url, CLEARLINE_KEYS: "a:x" })).toEqual([]);
    expect(problems({ ...url, CLEARLINE_KEYS_FILE: "/run/keys" })).toEqual([]);
    expect(problems({ DATABASE_URL: "mysql://localhost/x", CLEARLINE_KEYS: "a:x" })).toHaveLength(1);
  });

  it("insecure-local is taken on a loopback host and nowhere else", () => {
    for (const HOST of ["localhost", "127.0.0.1", "127.8.8.8", "::1"])
      expect(readConfig({ HOST, TWILIO_AUTH_TOKEN: "insecure-local" }).twilio.insecureLocal, HOST).toBe(true);
    for (const HOST of ["0.0.0.0", "::", "example.org", "128.0.0.1", "localhost.example.org"])
      expect(problems({ HOST, TWILIO_AUTH_TOKEN: "insecure-local" }), HOST).toHaveLength(1);
    expect(isLoopback("127.0.0.1.example.org")).toBe(false);
  });

  it("two tokens stand during a rotation, without the word that switches checking off", () => {
    expect(readConfig({ TWILIO_AUTH_TOKEN: "new, old" }).twilio.authTokens).toEqual(["new", "old"]);
    expect(readConfig({ TWILIO_AUTH_TOKEN: "old,insecure-local" }).twilio.authTokens).toEqual(["old"]);
  });

  it("origins and proxies are checked one by one", () => {
    expect(readConfig({ CHAT_ORIGINS: "https://a.example, http://localhost:8080" }).chatOrigins).toHaveLength(
      2,
    );
    for (const CHAT_ORIGINS of ["a.example", "https://a.example/", "https://a.example/page", "*"])
      expect(problems({ CHAT_ORIGINS }), CHAT_ORIGINS).toHaveLength(1);
    expect(readConfig({ TRUSTED_PROXIES: "10.0.0.0/8,::1,2001:db8::/32" }).trustedProxies).toHaveLength(3);
    for (const TRUSTED_PROXIES of ["proxy", "10.0.0.0/33", "10.0.0/8", "::1/129", "10.0.0.0/x", "10.0.0.0/"])
      expect(problems({ TRUSTED_PROXIES }), TRUSTED_PROXIES).toHaveLength(1);
  });

  it("the public address has no trailing slash: paths and signatures are built on it", () => {
    expect(readConfig({ PUBLIC_URL: "https://example.org/help//" }).publicUrl).toBe(
      "https://example.org/help",
    );
    expect(readConfig({ HOST: "::1", PORT: "8080" }).publicUrl).toBe("http://[::1]:8080");
  });
});
