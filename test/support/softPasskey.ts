/**
 * A passkey in software, for tests without a browser: an ES256 key that answers as an authenticator does (WebAuthn Level 3,
 * sections 6.1 and 6.5), and what a dishonest one might change.
 */
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

const sha256 = (data: Uint8Array | string) => createHash("sha256").update(data).digest();
const userPresent = 0x01;
const userVerified = 0x04;
const attested = 0x40;

/** What is told wrong. */
export interface Lie {
  origin?: string;
  rpID?: string;
  challenge?: string;
  type?: string;
  /** The owner's finger was not asked for. */
  unverified?: boolean;
}

export function softPasskey(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const bytes = (text: string) => Buffer.from(text, "base64url");
  // COSE_Key: kty EC2, alg ES256, crv P-256, x, y.
  const cose = Buffer.concat([
    Buffer.from("a5010203262001215820", "hex"),
    bytes(x),
    Buffer.from("225820", "hex"),
    bytes(y),
  ]);
  const id = randomBytes(16);
  let counter = 0;

  const clientData = (type: string, challenge: string, lie: Lie) =>
    Buffer.from(
      JSON.stringify({
        type: lie.type ?? type,
        challenge: lie.challenge ?? challenge,
        origin: lie.origin ?? origin,
      }),
    );
  const authData = (flags: number, lie: Lie, more = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const verified = lie.unverified === true ? 0 : userVerified;
    const head = Buffer.from([userPresent | verified | flags]);
    return Buffer.concat([sha256(lie.rpID ?? new URL(origin).hostname), head, count, more]);
  };
  const answer = (response: Record<string, string>) =>
    JSON.stringify({
      id: id.toString("base64url"),
      rawId: id.toString("base64url"),
      type: "public-key",
      clientExtensionResults: {},
      response,
    });

  return {
    /** The answer to the options of adding one. */
    create(challenge: string, lie: Lie = {}): string {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const data = authData(attested, lie, Buffer.concat([Buffer.alloc(16), length, id, cose]));
      const size = Buffer.alloc(2);
      size.writeUInt16BE(data.length);
      // { fmt: "none", attStmt: {}, authData } in CBOR.
      const attestation = Buffer.concat([
        Buffer.from("a363666d74646e6f6e656761747453746d74a068617574684461746159", "hex"),
        size,
        data,
      ]);
      return answer({
        clientDataJSON: clientData("webauthn.create", challenge, lie).toString("base64url"),
        attestationObject: attestation.toString("base64url"),
      });
    },
    /** The answer to the options of signing in. */
    get(challenge: string, lie: Lie = {}): string {
      counter += 1;
      const data = authData(0, lie);
      const client = clientData("webauthn.get", challenge, lie);
      return answer({
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: sign("sha256", Buffer.concat([data, sha256(client)]), privateKey).toString("base64url"),
      });
    },
    /** Forgets what it has counted, as a copy of it would. */
    rewind(): void {
      counter = 0;
    },
  };
}
