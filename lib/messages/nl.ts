import { nl as account } from './account';
import { nl as approvals } from './approvals';
import { nl as asking } from './asking';
import { nl as audit } from './audit';
import { nl as caseFile } from './case-file';
import { nl as common } from './common';
import { nl as events } from './events';
import { nl as fault } from './fault';
import { nl as holder } from './holder';
import { nl as importing } from './importing';
import { nl as inbox } from './inbox';
import { nl as letters } from './letters';
import { nl as notAsked } from './not-asked';
import { nl as opening } from './opening';
import { nl as ownPages } from './own-pages';
import { nl as ownSignIn } from './own-sign-in';
import { nl as people } from './people';
import { nl as queue } from './queue';
import { nl as recoveryContacts } from './recovery-contacts';
import { nl as refusals } from './refusals';
import { nl as shell } from './shell';
import { nl as signIn } from './sign-in';

/** Every word in Dutch. The areas are files of their own; this is the shape that others must have. */
export const nl = {
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
