/** Whether a number belongs to a colleague: a short number, or a name. */
export function isInternal(number: string): boolean {
  const user = number.replace(/^sips?:/i, "").replace(/@.*$/, "");
  return user.replace(/\D/g, "").length < 7 && !user.startsWith("+");
}
