/** The ways to prove who one is, as the portal's "Methods available to users" lists them. */
export const METHODS = [
  'mobile app notification',
  'mobile app code',
  'email',
  'mobile SMS',
  'mobile voice call',
  'office voice call',
  'security questions',
] as const;

export type Method = (typeof METHODS)[number];

/** The methods that the tenant allows and the user has data for, in the portal's order. */
export function usableMethods(
  allowed: ReadonlySet<Method>,
  registered: ReadonlySet<Method>,
): readonly Method[] {
  return METHODS.filter((method) => allowed.has(method) && registered.has(method));
}
