import { toString as drawQr } from 'qrcode';

/** The seed of an authenticator app as it is scanned, and as it is copied: in groups of four. */
export async function drawnSeed({ uri, secret }: { uri: string; secret: string }) {
  const svg = await drawQr(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  return {
    qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    secret: secret.replace(/(.{4})(?=.)/g, '$1 '),
  };
}
