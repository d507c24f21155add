/** The ways to prove who one is, as the portal's "Methods available to users" lists them. */
export const METHODS = [
  'mobile app notification',
  'mobile app code',
  'email',
  'mobile SMS',
  'mobile voice call',
  'office voice call',
  'security questions',
  'software OATH token',
  'hardware OATH token',
] as const;

export type Method = (typeof METHODS)[number];

/** What one registers; a phone that takes messages and calls, or an app that takes both, is one thing. */
export type Factor =
  'app' | 'email' | 'mobile phone' | 'office phone' | 'questions' | 'software token' | 'hardware token';

const FACTORS: Readonly<Record<Method, Factor>> = {
  'mobile app notification': 'app',
  'mobile app code': 'app',
  email: 'email',
  'mobile SMS': 'mobile phone',
  'mobile voice call': 'mobile phone',
  'office voice call': 'office phone',
  'security questions': 'questions',
  'software OATH token': 'software token',
  'hardware OATH token': 'hardware token',
};

export function factorOf(method: Method): Factor {
  return FACTORS[method];
}

/** How many different things the methods prove. */
export function countFactors(methods: readonly Method[]): number {
  return new Set(methods.map(factorOf)).size;
}

/** What the directory holds to reach somebody by; it works without registering. */
export interface ContactData {
  /** `mobilePhone`, or the authentication phone. */
  readonly mobilePhone: string | undefined;
  /** `businessPhones`. */
  readonly officePhone: string | undefined;
  /** `otherMails`, or the authentication email. */
  readonly email: string | undefined;
}

/** The datum that a method needs, where it is a datum of the directory. */
export function contactFor(method: Method, contact: ContactData): string | undefined {
  switch (FACTORS[method]) {
    case 'mobile phone':
      return contact.mobilePhone;
    case 'office phone':
      return contact.officePhone;
    case 'email':
      return contact.email;
    default:
      return undefined;
  }
}

/**
 * `+CountryCode Number`, with the blank: `+1 4251234567`. An extension is stripped
 * (MicrosoftDocs/entra-docs: docs/identity/authentication/howto-sspr-authenticationdata.md).
 */
const PHONE = /^\+\d{1,3} \d{4,14}(?: ?x\d{1,6})?$/;

/** Whether a datum can be used for a method: a phone number in any other form cannot. */
export function isWellFormed(method: Method, datum: string): boolean {
  return factorOf(method).endsWith('phone') ? PHONE.test(datum) : datum.includes('@');
}
