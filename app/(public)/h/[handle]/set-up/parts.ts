import type { HolderView, SettingUp } from '../../../../../lib/queries/holder-view';

/** What each form that sets something up is drawn from. */
export type SetUpParts = {
  view: HolderView;
  enrolment: SettingUp;
  /** Of a code that was sent: the holder wants it to go elsewhere. */
  elsewhere?: boolean;
};
