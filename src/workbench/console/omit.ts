/** A copy without one of its properties, where leaving out and `undefined` differ. */
export function omit<From extends object, Key extends keyof From>(
  from: From,
  key: Key,
): Omit<From, Key> {
  const copy = { ...from };
  Reflect.deleteProperty(copy, key);
  return copy;
}
