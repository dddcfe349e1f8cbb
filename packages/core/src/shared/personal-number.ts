/**
 * Whether a text holds what can be a Dutch citizen service number (BSN): 8 or 9 digits in a row, also with dots or spaces,
 * that pass the eleven-test (weights 9 to 2, and −1 for the last). Those are never kept here.
 */
export function holdsPersonalNumber(text: string): boolean {
  return [...text.matchAll(/(?<!\d)\d(?:[ .-]?\d){7,8}(?!\d)/g)].some(([found]) => {
    const digits = found.replace(/\D/g, '').padStart(9, '0')
    const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0)
    return sum % 11 === 0 && Number(digits) > 0
  })
}
