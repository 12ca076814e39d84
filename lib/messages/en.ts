import { en as account } from './account';
import { en as approvals } from './approvals';
import { en as asking } from './asking';
import { en as audit } from './audit';
import { en as caseFile } from './case-file';
import { en as common } from './common';
import { en as events } from './events';
import { en as fault } from './fault';
import { en as holder } from './holder';
import { en as importing } from './importing';
import { en as inbox } from './inbox';
import { en as letters } from './letters';
import { en as notAsked } from './not-asked';
import { en as opening } from './opening';
import { en as ownPages } from './own-pages';
import { en as ownSignIn } from './own-sign-in';
import { en as people } from './people';
import { en as queue } from './queue';
import { en as recoveryContacts } from './recovery-contacts';
import { en as refusals } from './refusals';
import { en as shell } from './shell';
import { en as signIn } from './sign-in';

/** Every word in English. */
export const en = {
  common,
  fault,
  shell,
  refusals,
  queue,
  caseFile,
  opening,
  approvals,
  account,
  people,
  importing,
  asking,
  audit,
  holder,
  signIn,
  ownPages,
  ownSignIn,
  recoveryContacts,
  notAsked,
  inbox,
  letters,
  events,
} as const;
