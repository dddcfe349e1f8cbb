/** The echo: a voice and two waves that come back. */
export function Logo() {
  return (
    <svg className="wk-logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle className="wk-logo__voice" cx="9" cy="16" r="6" />
      <path className="wk-logo__near" d="M18 8.5a12 12 0 0 1 0 15" />
      <path className="wk-logo__far" d="M24 5a17 17 0 0 1 0 22" />
    </svg>
  )
}
