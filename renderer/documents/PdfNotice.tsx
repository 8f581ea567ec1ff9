/** This machine has no browser that makes PDF: what works, and how to get PDF. */
export function PdfNotice() {
  return (
    <p className="preview-notice">
      本机没有找到可以生成 PDF 的浏览器。打印和存为 Word 照常可用；需要 PDF 时，在打印窗口里选“另存为 PDF”，或安装
      Chromium、Chrome、Edge 中的一个后重新打开支部手册。
    </p>
  )
}
