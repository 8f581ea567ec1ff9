import { TablesCard } from '#renderer/documents/TablesCard.tsx'
import { HandbookCard } from '#renderer/handbook/HandbookCard.tsx'
import { InspectionCard } from '#renderer/inspection/InspectionCard.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { ExportCard } from './ExportCard.tsx'
import { ImportCard } from './ImportCard.tsx'
import './packs.css'
import { VerifyCard } from './VerifyCard.tsx'

/** 打印与报送. */
export default function PacksPage() {
  return (
    <>
      <PageHeader title="打印与报送" />
      <div className="packs">
        <InspectionCard />
        <TablesCard />
        <HandbookCard />
        <ExportCard />
        <VerifyCard />
        <ImportCard />
      </div>
    </>
  )
}
