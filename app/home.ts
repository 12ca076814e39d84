/** Leads on to the first part of the desk that is open to whoever asks. */
export const HOME = '/desk';
