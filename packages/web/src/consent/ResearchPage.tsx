import './research.css'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ResearchExportDialog } from './ResearchExportDialog.tsx'
import { ResearchExports } from './ResearchExports.tsx'
import { ResearchMaterial } from './ResearchMaterial.tsx'
import { ResearchRegister } from './ResearchRegister.tsx'
import { researchText } from './research.text.ts'

/** The register and the material beside each other: a number of one never passes for a number of the other. */
export function ResearchPage() {
  const text = useText(researchText)
  const [making, setMaking] = useState(false)
  return (
    <>
      <PageHeader
        title={text.title}
        intro={text.intro}
        actions={
          <Button variant="primary" icon="download" onClick={() => setMaking(true)}>
            {text.export}
          </Button>
        }
      />
      <div className="wk-stack wk-stack--wide">
        <p className="wk-research-note">{text.twoSources}</p>
        <div className="wk-research">
          <ResearchRegister />
          <ResearchMaterial />
        </div>
        <ResearchExports />
      </div>
      <ResearchExportDialog open={making} onClose={() => setMaking(false)} />
    </>
  )
}
