import './svg-picture.css'
import { chartCss } from '@weerklank/core/charts/chart-css'
import { useMemo } from 'react'
import { trustedPicture } from './trusted-markup.ts'

// The content policy refuses style elements; a constructed sheet is our own script's and may be adopted.
const sheet = new CSSStyleSheet()
sheet.replaceSync(chartCss)
document.adoptedStyleSheets.push(sheet)

type Props = {
  /** SVG text made by a function of core/charts, with its own role, title and description. */
  svg: string
  /** Stands below the picture. */
  caption?: string
}

/**
 * The one place that takes markup as text. It is safe for pictures of core/charts: every value in them goes through
 * `svgElement`/`escapeXml`, so that a name like `<script>` stays a name. Never give it any other text.
 */
export function SvgPicture({ svg, caption }: Props) {
  // Kept while the picture is the same: React would draw it again for every new object.
  const markup = useMemo(() => ({ __html: trustedPicture(svg) }), [svg])
  return (
    <figure className="wk-picture">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: see above */}
      <div dangerouslySetInnerHTML={markup} />
      {caption !== undefined && <figcaption className="wk-muted wk-small">{caption}</figcaption>}
    </figure>
  )
}

/** A sign of a legend, drawn by core/charts too: small, in a line of text, and nothing to who listens. */
export function SvgSign({ svg }: Pick<Props, 'svg'>) {
  const markup = useMemo(() => ({ __html: trustedPicture(svg) }), [svg])
  // biome-ignore lint/security/noDangerouslySetInnerHtml: as above
  return <span aria-hidden="true" dangerouslySetInnerHTML={markup} />
}
