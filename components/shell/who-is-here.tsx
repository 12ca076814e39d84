import { useTranslations } from 'next-intl';
import type { Role } from '../../lib/domain/access/roles';
import { LanguageSwitch } from './language-switch';

export interface SignedIn {
  name: string;
  /** Where the person is what; a platform administrator is it nowhere in particular. */
  memberships: readonly { organisation: string | null; role: Role }[];
}

/** Who is signed in, as what, in which language, and the way out. */
export function WhoIsHere({
  person,
  signOut,
  accountHref,
}: {
  person: SignedIn;
  signOut: () => Promise<void>;
  accountHref?: string | undefined;
}) {
  const t = useTranslations('shell');
  return (
    <div className="grid gap-2.5 px-2.5 text-tiny text-ink-2">
      <div>
        <p className="text-small font-semibold text-ink">
          {accountHref ? (
            <a
              href={accountHref}
              className="underline decoration-1 underline-offset-3 hover:decoration-2"
            >
              {person.name}
            </a>
          ) : (
            person.name
          )}
        </p>
        <ul className="mt-1 grid gap-1.5">
          {person.memberships.map(({ organisation, role }) => (
            <li key={`${organisation} ${role}`}>
              {organisation && <span className="block text-ink">{organisation}</span>}
              {t(`roles.${role}`)}
            </li>
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <form action={signOut}>
          <button
            type="submit"
            className="min-h-6 underline decoration-1 underline-offset-3 hover:text-ink hover:decoration-2"
          >
            {t('signOut')}
          </button>
        </form>
        <LanguageSwitch />
      </div>
    </div>
  );
}
