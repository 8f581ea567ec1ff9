/** Texts that mean something to some program: none of them may mean anything to this one. */
export const hostileTexts = {
  html: '<img src=x onerror="document.title=\'ran\'"><script>document.title="ran"</script>&lt;&amp;&#x27;</textarea>',
  sql: "张三'); DROP TABLE person; -- \" ; SELECT * FROM person WHERE '1'='1",
  path: '../../../etc/passwd',
  windowsPath: 'C:\\Windows\\..\\con.txt',
  template: '${process.exit(7)} {{7*7}} <%= 7 %> #{7} %s %n \\u0041',
  formula: '=HYPERLINK("http://example.invalid","点这里")',
  plusFormula: "+1+cmd|' /C calc'!A0",
  atFormula: '@SUM(1,1)',
  minusFormula: '-2+3',
  tabFormula: '\t=1+1',
  windowsDevice: 'CON',
  deviceFile: 'aux.txt',
  controls: '响\u0007铃\u001b[31m红',
  bidi: '甲\u202e乙丙\u202c丁\u2066戊\u2069',
  rightToLeft: 'ئۇيغۇر مۇھەممەت',
  combining: 'Zä̈́̂lgo é 가',
  rare: '𬭎䶮㛃𠮷',
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈',
  zeroWidth: '零\u200b宽\u2060字\ufeff符',
  spaces: '全\u3000角 空\u00a0格',
  markdown: '**粗** [链接](javascript:alert(1)) # 标题',
  xml: ']]><!ENTITY x SYSTEM "file:///etc/passwd">&x;',
  long: '长'.repeat(3000),
} as const

/** Texts that no store can hold unchanged; they are refused with the name of their field. */
export const unstorableTexts = {
  nul: '张\0三',
  highSurrogate: '李\ud800四',
  lowSurrogate: '王\udc00五',
  cutEmoji: '赵六\ud83d',
} as const
