import { Button, Modal } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReportDialog } from './report-dialog.tsx'

interface SaveReportProps {
  /** What it is about, in the title and in the name of the file. */
  name: string
  subject: { jobId: string } | { deviceId: string }
}

/** Makes a report of a job, or of all that was done with a box, for the customer's file. */
export function SaveReport({ name, subject }: SaveReportProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" leftSection={<IconFileText size={15} />} onClick={() => setOpen(true)}>
        {t('reportDialog.save')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('reportDialog.title', { name })}
        size="lg"
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <ReportDialog name={name} subject={subject} onClose={() => setOpen(false)} />
      </Modal>
    </>
  )
}
