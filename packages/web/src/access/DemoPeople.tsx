import type { SignInOptions } from '@weerklank/core/access/access.contract'
import { useText } from '../language/use-text.ts'
import { accessText } from './access.text.ts'

/** Whole-page links: the server signs in and sends on. */
export function DemoPeople({ people }: { people: SignInOptions['demo'] }) {
  const text = useText(accessText)
  return (
    <section aria-labelledby="demo-title">
      <h2 id="demo-title">{text.demoTitle}</h2>
      <p className="wk-muted">{text.demoIntro}</p>
      <ul className="wk-lines">
        {people.map(({ name, roles, url }) => (
          <li key={url}>
            <a className="wk-demo-person" href={url}>
              <strong>{name}</strong>
              <span className="wk-muted wk-small">{roles.map((role) => text.role[role]).join(', ')}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
