/** What a browser sends back of the cookies that an answer sets: the text of its next `Cookie` header; empty when it sets none. */
export function cookieFrom(answer: Headers): string {
  return answer
    .getSetCookie()
    .map((set) => set.split(';')[0] ?? '')
    .join('; ')
}
