import './trajectory-frame.css'
import '../ui/tabs.css'
import { Link } from '@tanstack/react-router'
import { useText } from '../language/use-text.ts'
import { trajectoryFrameText } from './trajectory-frame.text.ts'

/** `lead`: only for those who lead, since names stand there. */
const tabs = [
  { key: 'overview', to: '/leren/$trajectory', lead: false },
  { key: 'people', to: '/leren/$trajectory/mensen', lead: true },
  { key: 'buddies', to: '/leren/$trajectory/maatjes', lead: true },
  { key: 'between', to: '/leren/$trajectory/tussendoor', lead: true },
  { key: 'monitor', to: '/leren/$trajectory/monitor', lead: false },
  { key: 'report', to: '/leren/$trajectory/verslag', lead: false },
] as const

export type TrajectoryTab = keyof (typeof trajectoryFrameText)['nl']['tab']

/** The parts of one trajectory, each a page of its own. */
export function TrajectoryTabs({ trajectory, leads }: { trajectory: string; leads: boolean }) {
  const text = useText(trajectoryFrameText)
  return (
    <nav className="wk-tabs wk-no-print" aria-label={text.parts}>
      <ul>
        {tabs
          .filter(({ lead }) => leads || !lead)
          .map(({ key, to }) => (
            <li key={key}>
              <Link to={to} params={{ trajectory }} activeOptions={{ exact: true, includeSearch: false }}>
                {text.tab[key]}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
