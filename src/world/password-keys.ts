const PASSWORD = /pas+w|pwd/i;
const ABOUT_PASSWORDS =
  /last|polic|hash|never|not|cannot|change|protect|filter|reset|expire|length|age|histor|complex/i;

/** Whether a key, even a misspelt one, is for a password: then its value is never shown in an error. */
export function isPasswordKey(key: string | number | undefined): boolean {
  return typeof key === 'string' && PASSWORD.test(key) && !ABOUT_PASSWORDS.test(key);
}
