import { Body } from '@react-email/body';
import { Button } from '@react-email/button';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Heading } from '@react-email/heading';
import { Hr } from '@react-email/hr';
import { Html } from '@react-email/html';
import { Preview } from '@react-email/preview';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import type { CSSProperties } from 'react';
import type { Content } from './content';

/*
 * No picture, no font, nothing fetched: a mail that loads something tells its sender when and where it
 * was read, and looks broken where that is blocked. Colours are those of the screens, in the light.
 */
const ink = '#141b2a';
const inkTwo = '#48546a';
const line = '#d8dee7';
const stop = '#a3231c';

const font = 'system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif';
const mono = 'ui-monospace,"SF Mono",Menlo,Consolas,monospace';

const styles = {
  body: { margin: 0, padding: '16px 8px', backgroundColor: '#f6f7f9', fontFamily: font },
  card: {
    maxWidth: '560px',
    padding: '24px',
    backgroundColor: '#ffffff',
    border: `1px solid ${line}`,
    borderRadius: '14px',
  },
  title: { margin: '0 0 12px', fontSize: '24px', lineHeight: '30px', color: ink },
  text: { margin: '0 0 12px', fontSize: '17px', lineHeight: '26px', color: ink },
  code: {
    margin: '4px 0 16px',
    padding: '14px 16px',
    backgroundColor: '#eef1f5',
    borderRadius: '10px',
    fontFamily: mono,
    fontSize: '30px',
    lineHeight: '36px',
    fontWeight: 600,
    letterSpacing: '0.16em',
    color: ink,
  },
  label: { padding: '4px 16px 4px 0', fontSize: '16px', color: inkTwo, verticalAlign: 'top' },
  value: { padding: '4px 0', fontSize: '16px', color: ink, verticalAlign: 'top' },
  facts: { margin: '0 0 16px', borderCollapse: 'collapse' },
  line: { margin: '20px 0', borderColor: line },
  vetoTitle: { margin: '0 0 8px', fontSize: '19px', lineHeight: '26px', color: stop },
  button: {
    padding: '13px 20px',
    borderRadius: '10px',
    fontSize: '17px',
    fontWeight: 650,
    color: '#ffffff',
    backgroundColor: '#0d5566',
  },
  vetoButton: { backgroundColor: stop },
  smallTitle: { margin: '0 0 8px', fontSize: '19px', lineHeight: '26px', color: ink },
  quietButton: { color: ink, backgroundColor: '#ffffff', border: `1px solid ${inkTwo}` },
  small: { margin: '14px 0 4px', fontSize: '15px', lineHeight: '22px', color: inkTwo },
  typed: { margin: 0, fontFamily: mono, fontSize: '17px', lineHeight: '24px', color: ink },
  footer: { maxWidth: '560px', margin: '12px auto 0', fontSize: '14px', lineHeight: '20px' },
} satisfies Record<string, CSSProperties>;

/** One form for every letter: what happens, the facts, and the way to say no. */
export function LetterMail({ content }: { content: Content }) {
  const { language, title, paragraphs, code, warning, facts, action, footer } = content;
  const { veto, notAsked } = content;
  return (
    <Html lang={language}>
      <Head>
        <title>{content.subject}</title>
      </Head>
      <Preview>{paragraphs[0] ?? title}</Preview>
      <Body style={styles.body}>
        <Container style={styles.card}>
          <Heading as="h1" style={styles.title}>
            {title}
          </Heading>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} style={styles.text}>
              {paragraph}
            </Text>
          ))}
          {code && <Text style={styles.code}>{code}</Text>}
          {warning && <Text style={{ ...styles.text, fontWeight: 600 }}>{warning}</Text>}
          <table style={styles.facts}>
            <tbody>
              {facts.map(([label, value]) => (
                <tr key={label}>
                  <th scope="row" align="left" style={{ ...styles.label, fontWeight: 400 }}>
                    {label}
                  </th>
                  <td style={styles.value}>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {action && (
            <Button href={action.url} style={styles.button}>
              {action.label}
            </Button>
          )}
          {action?.typed && (
            <Section>
              <Text style={styles.small}>{action.typed.text}</Text>
              <Text style={styles.typed}>{action.typed.code}</Text>
            </Section>
          )}
          {veto && (
            <Section>
              <Hr style={styles.line} />
              <Heading as="h2" style={styles.vetoTitle}>
                {veto.title}
              </Heading>
              <Text style={styles.text}>{veto.text}</Text>
              <Button href={veto.url} style={{ ...styles.button, ...styles.vetoButton }}>
                {veto.button}
              </Button>
              <Text style={styles.small}>{veto.typed}</Text>
              <Text style={styles.typed}>{veto.code}</Text>
            </Section>
          )}
          {notAsked && (
            <Section>
              <Hr style={styles.line} />
              <Heading as="h2" style={styles.smallTitle}>
                {notAsked.title}
              </Heading>
              <Text style={styles.text}>{notAsked.text}</Text>
              <Button href={notAsked.url} style={{ ...styles.button, ...styles.quietButton }}>
                {notAsked.button}
              </Button>
              <Text style={styles.small}>{notAsked.typed}</Text>
              <Text style={styles.typed}>{notAsked.code}</Text>
            </Section>
          )}
        </Container>
        <Text style={{ ...styles.footer, color: inkTwo }}>{footer}</Text>
      </Body>
    </Html>
  );
}
