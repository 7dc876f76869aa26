import { XML } from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org';
export const WORD = `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`;
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATED = `${OFFICE}/officeDocument/2006/relationships`;

export const CONTENT_TYPES = `${XML}<Types xmlns="${OFFICE}/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/>
<Override PartName="/word/settings.xml" ContentType="${TYPE}.settings+xml"/>
<Override PartName="/word/fontTable.xml" ContentType="${TYPE}.fontTable+xml"/>
<Override PartName="/word/footer1.xml" ContentType="${TYPE}.footer+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>
`;

export const PACKAGE_RELATIONS = `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships">
<Relationship Id="rId1" Type="${RELATED}/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="${OFFICE}/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>
`;

/** The footer is `rId4`. */
export const DOCUMENT_RELATIONS = `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships">
<Relationship Id="rId1" Type="${RELATED}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="${RELATED}/settings" Target="settings.xml"/>
<Relationship Id="rId3" Type="${RELATED}/fontTable" Target="fontTable.xml"/>
<Relationship Id="rId4" Type="${RELATED}/footer" Target="footer1.xml"/>
</Relationships>
`;
export const DOCUMENT_NAMESPACES = `${WORD} xmlns:r="${RELATED}"`;

/** Mode 15: Word 2013 and later, without a word about an older form. */
export const SETTINGS = `${XML}<w:settings ${WORD}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
`;

/** Fonts by name, each with what takes its place where it is missing. */
export const FONTS = `${XML}<w:fonts ${WORD}>
<w:font w:name="Georgia"><w:altName w:val="Times New Roman"/><w:family w:val="roman"/></w:font>
<w:font w:name="SimSun"><w:altName w:val="Songti SC"/><w:family w:val="roman"/></w:font>
<w:font w:name="MS Mincho"><w:altName w:val="Hiragino Mincho ProN"/><w:family w:val="roman"/></w:font>
<w:font w:name="Batang"><w:altName w:val="AppleMyungjo"/><w:family w:val="roman"/></w:font>
</w:fonts>
`;

/** The number of the page. */
export const FOOTER = `${XML}<w:ftr ${WORD}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>
`;

const style = (id: string, name: string, paragraph: string, run: string, next = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${name.includes('Aesop') ? ' w:customStyle="1"' : ''}><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${next && `<w:next w:val="${next}"/>`}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;

/**
 * What the paragraphs of a book look like; sizes in half points, distances in twentieths of a point.
 * @param eastAsian the font of Chinese, Japanese or Korean
 * @param indent of a first line, in hundredths of a character where `characters`, else in twentieths of a point
 */
export const styles = (
  language: { main: string; eastAsian: string; font: string },
  indent: string,
): string => `${XML}<w:styles ${WORD}>
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="${language.font}" w:cs="Georgia"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="${language.main}" w:eastAsia="${language.eastAsian}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="324" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
${style('Title', 'Title', '<w:spacing w:before="3200" w:after="360"/><w:jc w:val="center"/>', '<w:b/><w:sz w:val="48"/><w:szCs w:val="48"/>')}
${style('Subtitle', 'Subtitle', '<w:spacing w:after="160"/><w:jc w:val="center"/>', '<w:sz w:val="26"/><w:szCs w:val="26"/>')}
${style('Heading1', 'heading 1', '<w:keepNext/><w:keepLines/><w:spacing w:before="480" w:after="240"/><w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="30"/><w:szCs w:val="30"/>', 'First')}
${style('First', 'Aesop First', '', '', 'Body')}
${style('Body', 'Aesop Body', `<w:ind ${indent}/>`, '')}
${style('Apart', 'Aesop Apart', '<w:spacing w:before="240"/>', '', 'Body')}
${style('Told', 'Aesop Told', '<w:spacing w:before="240" w:after="240" w:line="260" w:lineRule="auto"/>', '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:color w:val="444444"/><w:sz w:val="16"/><w:szCs w:val="16"/>')}
${style('Footer', 'footer', '<w:jc w:val="center"/>', '<w:sz w:val="16"/><w:szCs w:val="16"/>')}
</w:styles>
`;
