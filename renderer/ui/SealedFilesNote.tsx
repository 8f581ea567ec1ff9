/** Under attachments of which at least one is sealed. */
export function SealedFilesNote() {
  return <p className="small faint">不公开的附件不进佐证材料，打开会记入查看登记；设有口令时加密存放。</p>
}
