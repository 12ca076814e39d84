/** A passkey as it is stored, as JSON text: public, but worthless to change, because the row is the only truth about it. */
export type Credential = {
  id: string;
  /** COSE key, base64url. */
  publicKey: string;
  counter: number;
  transports: string[];
  /** May be copied between devices. An authenticator cannot change this about a passkey, so a change is refused. */
  synced: boolean;
};

export const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined for a text that is no credential. */
export const readCredential = (text: string): Credential | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isFields(value)) return undefined;
  const { id, publicKey, counter, transports, synced } = value;
  if (typeof id !== 'string' || typeof publicKey !== 'string') return undefined;
  if (typeof counter !== 'number' || typeof synced !== 'boolean') return undefined;
  return { id, publicKey, counter, transports: knownTransports(transports), synced };
};

const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;
type Transport = (typeof TRANSPORTS)[number];

/** The browser says how to reach the key; nothing checks that, so only known words are kept. */
export const knownTransports = (said: unknown): Transport[] =>
  Array.isArray(said) ? TRANSPORTS.filter((transport) => said.includes(transport)) : [];
