<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>burden-gui %1, a window over the models of Burden.
Built with Qt %2. Qt Charts comes under the GNU General Public License 3.0, so that this program, which is linked with it, may be passed on under the GPL 3.0 only.
The library and the command burden are under the Apache License 2.0, and contain nothing of Qt.</source>
        <translation>burden-gui %1：Burdenのモデルを操作するウィンドウ。
Qt %2で作成。Qt ChartsはGNU General Public License 3.0の下にあるため、これとリンクする本プログラムはGPL 3.0の下でのみ再配布できます。
ライブラリとコマンドburdenはApache License 2.0の下にあり、Qtを含みません。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New</source>
        <translation>新規(&amp;N)</translation>
    </message>
    <message>
        <source>Begin a scenario that sets nothing.</source>
        <translation>何も設定しないシナリオを始めます。</translation>
    </message>
    <message>
        <source>New from &amp;ready-made</source>
        <translation>既製のシナリオから新規(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a scenario file.</source>
        <translation>シナリオファイルを開きます。</translation>
    </message>
    <message>
        <source>Open re&amp;cent</source>
        <translation>最近のファイル(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the scenario as a file that the command reads too.</source>
        <translation>コマンドでも読めるファイルとしてシナリオを保存します。</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>名前を付けて保存(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the scenario under another name.</source>
        <translation>別の名前でシナリオを保存します。</translation>
    </message>
    <message>
        <source>&amp;Export the path chart…</source>
        <translation>経路の図を書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the chart of the path as a picture, with its basis and sources.</source>
        <translation>経路の図を、基準と出典を添えた画像として保存します。</translation>
    </message>
    <message>
        <source>Export the rene&amp;wals chart…</source>
        <translation>更新の図を書き出す(&amp;W)…</translation>
    </message>
    <message>
        <source>Save the chart of the renewals as a picture, with its basis and sources.</source>
        <translation>更新の図を、基準と出典を添えた画像として保存します。</translation>
    </message>
    <message>
        <source>Export the &amp;table…</source>
        <translation>表を書き出す(&amp;T)…</translation>
    </message>
    <message>
        <source>Export a full &amp;brief…</source>
        <translation>報告書を書き出す(&amp;B)…</translation>
    </message>
    <message>
        <source>Make a brief of the scenario that can be sent: findings, tables, charts and sources.</source>
        <translation>要点、表、図、出典をそろえた、送付できる報告書を作ります。</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window.</source>
        <translation>ウィンドウを閉じます。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Take back the last change.</source>
        <translation>直前の変更を取り消します。</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>Make the change again that was taken back.</source>
        <translation>取り消した変更をもう一度行います。</translation>
    </message>
    <message>
        <source>&amp;Copy command</source>
        <translation>コマンドをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the command lines that show what this window shows.</source>
        <translation>このウィンドウの内容を示すコマンドをコピーします。</translation>
    </message>
    <message>
        <source>Copy table for a &amp;word processor</source>
        <translation>表をワープロ用にコピー(&amp;W)</translation>
    </message>
    <message>
        <source>Copy the table in front so that it can be pasted into a word processor.</source>
        <translation>手前の表を、ワープロに貼り付けられる形でコピーします。</translation>
    </message>
    <message>
        <source>Copy table as C&amp;SV</source>
        <translation>表をCSVでコピー(&amp;S)</translation>
    </message>
    <message>
        <source>Copy the table in front for a spreadsheet.</source>
        <translation>手前の表を表計算用にコピーします。</translation>
    </message>
    <message>
        <source>Copy table as &amp;Markdown</source>
        <translation>表をMarkdownでコピー(&amp;M)</translation>
    </message>
    <message>
        <source>Copy the table in front as Markdown.</source>
        <translation>手前の表をMarkdownでコピーします。</translation>
    </message>
    <message>
        <source>&amp;Log scale</source>
        <translation>対数目盛(&amp;L)</translation>
    </message>
    <message>
        <source>Show equal rates of growth as equal slopes.</source>
        <translation>等しい伸び率を等しい傾きで示します。</translation>
    </message>
    <message>
        <source>Constant &amp;prices</source>
        <translation>実質価格(&amp;P)</translation>
    </message>
    <message>
        <source>Count amounts in prices of the base year: an edit of the scenario.</source>
        <translation>金額を基準年の価格で数えます。シナリオの変更になります。</translation>
    </message>
    <message>
        <source>Show &amp;whole charts</source>
        <translation>図の全体を表示(&amp;W)</translation>
    </message>
    <message>
        <source>Undo every zoom of the charts.</source>
        <translation>図の拡大をすべて元に戻します。</translation>
    </message>
    <message>
        <source>&amp;Controls</source>
        <translation>操作欄(&amp;C)</translation>
    </message>
    <message>
        <source>Show the controls beside the charts, or hide them.</source>
        <translation>図の横の操作欄を表示または非表示にします。</translation>
    </message>
    <message>
        <source>&amp;Derivation</source>
        <translation>導出(&amp;D)</translation>
    </message>
    <message>
        <source>Show where the figure that was asked for comes from.</source>
        <translation>尋ねた数値の出所を示します。</translation>
    </message>
    <message>
        <source>Go to the c&amp;ontrols</source>
        <translation>操作欄へ移動(&amp;O)</translation>
    </message>
    <message>
        <source>Put the keyboard on the controls.</source>
        <translation>キーボードの操作対象を操作欄にします。</translation>
    </message>
    <message>
        <source>Go to the p&amp;ath chart</source>
        <translation>経路の図へ移動(&amp;A)</translation>
    </message>
    <message>
        <source>Put the keyboard on the chart of the path.</source>
        <translation>キーボードの操作対象を経路の図にします。</translation>
    </message>
    <message>
        <source>Go to the &amp;renewals chart</source>
        <translation>更新の図へ移動(&amp;R)</translation>
    </message>
    <message>
        <source>Put the keyboard on the chart of the renewals.</source>
        <translation>キーボードの操作対象を更新の図にします。</translation>
    </message>
    <message>
        <source>Go to the &amp;tables</source>
        <translation>表へ移動(&amp;T)</translation>
    </message>
    <message>
        <source>Put the keyboard on the table in front.</source>
        <translation>キーボードの操作対象を手前の表にします。</translation>
    </message>
    <message>
        <source>&amp;Pin this scenario</source>
        <translation>このシナリオを留める(&amp;P)</translation>
    </message>
    <message>
        <source>Keep the scenario as it is now in the charts, to compare what follows with it.</source>
        <translation>今のシナリオを図に残し、この後の変更と比べます。</translation>
    </message>
    <message>
        <source>&amp;Unpin all</source>
        <translation>すべて外す(&amp;U)</translation>
    </message>
    <message>
        <source>Compare with nothing but the baseline.</source>
        <translation>比較基準とだけ比べます。</translation>
    </message>
    <message>
        <source>&amp;Difference…</source>
        <translation>差の内訳(&amp;D)…</translation>
    </message>
    <message>
        <source>Show why this scenario differs from another one.</source>
        <translation>このシナリオが他と異なる理由を示します。</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>キーボード(&amp;K)</translation>
    </message>
    <message>
        <source>Show what the keys do.</source>
        <translation>キーの働きを示します。</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>このプログラムについて(&amp;A)</translation>
    </message>
    <message>
        <source>Show what this program is made of, and under which licences.</source>
        <translation>このプログラムの構成とライセンスを示します。</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>デスクトップに合わせる(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>明るい(&amp;L)</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>暗い(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比較(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Gro&amp;und</source>
        <translation>背景(&amp;U)</translation>
    </message>
    <message>
        <source>Save the table in front in a file, with its notes and sources.</source>
        <translation>手前の表を、注と出典を添えてファイルに保存します。</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open a scenario</source>
        <translation>シナリオを開く</translation>
    </message>
    <message>
        <source>Scenarios (*.toml);;All files (*)</source>
        <translation>シナリオ (*.toml);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>%1 has changes that were not saved.</source>
        <translation>%1には保存していない変更があります。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>破棄(&amp;D)</translation>
    </message>
    <message>
        <source>S&amp;tay here</source>
        <translation>このまま続ける(&amp;T)</translation>
    </message>
    <message>
        <source>Another program has changed %1 since it was opened.</source>
        <translation>%1は、開いた後に他のプログラムによって変更されています。</translation>
    </message>
    <message>
        <source>&amp;Write over it</source>
        <translation>上書き(&amp;W)</translation>
    </message>
    <message>
        <source>A window with %1 ended without being closed.</source>
        <translation>%1を開いていたウィンドウが、閉じられずに終了しました。</translation>
    </message>
    <message>
        <source>Its changes that were not saved can be brought back.</source>
        <translation>保存していなかった変更を復元できます。</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>復元(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Ground</name>
    <message>
        <source>Sources: %1</source>
        <translation>出典：%1</translation>
    </message>
</context>
<context>
    <name>burden::gui::AnswerView</name>
    <message>
        <source>Copy table for a word processor</source>
        <translation>表をワープロ用にコピー</translation>
    </message>
    <message>
        <source>Copy table as CSV</source>
        <translation>表をCSVでコピー</translation>
    </message>
    <message>
        <source>Copy table as Markdown</source>
        <translation>表をMarkdownでコピー</translation>
    </message>
</context>
<context>
    <name>burden::gui::BriefMaker</name>
    <message>
        <source>Making the brief…</source>
        <translation>報告書を作成しています…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>The program burden could not be started: %1</source>
        <translation>プログラムburdenを起動できませんでした：%1</translation>
    </message>
    <message>
        <source>The brief was not made.</source>
        <translation>報告書は作成されませんでした。</translation>
    </message>
</context>
<context>
    <name>burden::gui::ControlPanel</name>
    <message>
        <source>Policy: what is decided</source>
        <translation>政策：決めること</translation>
    </message>
    <message>
        <source>Assumptions: what the world does</source>
        <translation>前提：世界の動き</translation>
    </message>
    <message>
        <source>Basis: what is counted and shown</source>
        <translation>基準：何を数え、どう示すか</translation>
    </message>
    <message>
        <source>Point at a control to read what it means.</source>
        <translation>項目にポインターを合わせると、その意味が表示されます。</translation>
    </message>
    <message>
        <source>More (%1)</source>
        <translation>その他（%1）</translation>
    </message>
    <message>
        <source>More controls: %1</source>
        <translation>その他の項目：%1</translation>
    </message>
</context>
<context>
    <name>burden::gui::ControlRow</name>
    <message>
        <source>%1, changed</source>
        <translation>%1、変更済み</translation>
    </message>
    <message>
        <source>%1, slider</source>
        <translation>%1、スライダー</translation>
    </message>
    <message>
        <source>%1, way back</source>
        <translation>%1、元に戻す</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Back to %1, as it was saved.</source>
        <translation>保存時の%1に戻します。</translation>
    </message>
    <message>
        <source>Take it out of the scenario. Then holds: %1</source>
        <translation>シナリオから外します。その場合：%1</translation>
    </message>
    <message>
        <source>No figure here depends on it.</source>
        <translation>ここの数値はこれに左右されません。</translation>
    </message>
    <message>
        <source>Range: %1</source>
        <translation>範囲：%1</translation>
    </message>
    <message>
        <source>Where it is not set: %1</source>
        <translation>設定しない場合：%1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>現在：%1</translation>
    </message>
    <message>
        <source>Set by %1.</source>
        <translation>%1で設定。</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>キー：%1</translation>
    </message>
</context>
<context>
    <name>burden::gui::DerivationView</name>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Search in the derivation</source>
        <translation>導出の中を検索</translation>
    </message>
    <message>
        <source>Derivation</source>
        <translation>導出</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the derivation</source>
        <translation>導出をコピー</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>お待ちください…</translation>
    </message>
    <message>
        <source>Click a figure in a chart or a table, or press Enter on it, to see where it comes from.</source>
        <translation>図や表の数値をクリックするかEnterを押すと、その出所が分かります。</translation>
    </message>
</context>
<context>
    <name>burden::gui::DifferenceView</name>
    <message>
        <source>Difference</source>
        <translation>差の内訳</translation>
    </message>
    <message>
        <source>Scenario to compare with</source>
        <translation>比較するシナリオ</translation>
    </message>
    <message>
        <source>Figure that is compared</source>
        <translation>比較する数値</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>比較元(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;in</source>
        <translation>数値(&amp;I)</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>→ %1</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Where a figure comes from</source>
        <translation>数値の出所</translation>
    </message>
    <message>
        <source>These two do not differ.</source>
        <translation>この二つに差はありません。</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1、%2：%3</translation>
    </message>
</context>
<context>
    <name>burden::gui::Documents</name>
    <message>
        <source>Save scenario</source>
        <translation>シナリオを保存</translation>
    </message>
    <message>
        <source>Scenarios (*.toml)</source>
        <translation>シナリオ (*.toml)</translation>
    </message>
</context>
<context>
    <name>burden::gui::GroundView</name>
    <message>
        <source>Basis and sources</source>
        <translation>基準と出典</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>基準</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>注</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>出典</translation>
    </message>
</context>
<context>
    <name>burden::gui::MainWindow</name>
    <message>
        <source>Hide this message.</source>
        <translation>このメッセージを隠します。</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>経路</translation>
    </message>
    <message>
        <source>Renewals</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Basis and sources</source>
        <translation>基準と出典</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国</translation>
    </message>
    <message>
        <source>The country that is looked at. One that the scenario does not show is added to it.</source>
        <translation>表示する国。シナリオにない国を選ぶと、シナリオに加わります。</translation>
    </message>
    <message>
        <source>&amp;Country</source>
        <translation>国(&amp;C)</translation>
    </message>
    <message>
        <source>Renewals to compare</source>
        <translation>比較する更新</translation>
    </message>
    <message>
        <source>Renewal rules with commas between them, which the scenario&apos;s own is seen beside: flat, cpi:cap=5%, x4</source>
        <translation>シナリオ自身の更新と並べる更新の規則を、コンマで区切って入力します：flat, cpi:cap=5%, x4</translation>
    </message>
    <message>
        <source>&amp;Renewals</source>
        <translation>更新(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;onstant prices</source>
        <translation>実質価格(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Log scale</source>
        <translation>対数目盛(&amp;L)</translation>
    </message>
    <message>
        <source>The table is on the clipboard.</source>
        <translation>表をクリップボードにコピーしました。</translation>
    </message>
    <message>
        <source>The language changes when the window is opened again.</source>
        <translation>言語は次にウィンドウを開いたときに変わります。</translation>
    </message>
    <message>
        <source>This scenario is pinned already, or as many as can be compared are.</source>
        <translation>このシナリオはすでに留めてあるか、比較できる数に達しています。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>このプログラムについて</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>保存しました。</translation>
    </message>
    <message>
        <source>The brief is in %1.</source>
        <translation>報告書を%1に保存しました。</translation>
    </message>
    <message>
        <source>This is no figure of the scenario: it has no derivation.</source>
        <translation>これはシナリオの数値ではないため、導出がありません。</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>図の書き出し</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>画像 (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>The chart is in %1.</source>
        <translation>図を%1に保存しました。</translation>
    </message>
    <message>
        <source>Export table</source>
        <translation>表の書き出し</translation>
    </message>
    <message>
        <source>The table is in %1.</source>
        <translation>表を%1に保存しました。</translation>
    </message>
    <message>
        <source>Briefs are made by the program burden, which is neither beside this one nor in PATH.</source>
        <translation>報告書はプログラムburdenが作りますが、本プログラムの隣にもPATHにもありません。</translation>
    </message>
    <message>
        <source>A brief names the file of its scenario: save it first.</source>
        <translation>報告書はシナリオのファイル名を示すため、先に保存してください。</translation>
    </message>
    <message>
        <source>Export brief</source>
        <translation>報告書の書き出し</translation>
    </message>
    <message>
        <source>Briefs (*.html *.docx *.xlsx *.md *.tex)</source>
        <translation>報告書 (*.html *.docx *.xlsx *.md *.tex)</translation>
    </message>
    <message>
        <source>No command line can give every edit: %1. Save the scenario, and its file can be named.</source>
        <translation>すべての変更をコマンドで示すことはできません：%1。シナリオを保存すれば、そのファイルを指定できます。</translation>
    </message>
    <message>
        <source>On the clipboard: %1</source>
        <translation>クリップボード：%1</translation>
    </message>
    <message>
        <source>In a chart: arrows go from point to point, Enter shows where a figure comes from, + and − enlarge, 0 shows all, H hides a series.</source>
        <translation>図では、矢印で点を移動し、Enterで数値の出所を示し、+と−で拡大縮小し、0で全体を示し、Hで系列を隠します。</translation>
    </message>
    <message>
        <source>In a table: arrows go from figure to figure, Enter shows where it comes from, Ctrl+C copies what is selected.</source>
        <translation>表では、矢印で数値を移動し、Enterで出所を示し、Ctrl+Cで選択範囲をコピーします。</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>キーボード</translation>
    </message>
    <message>
        <source>No arrangement ends in these years.</source>
        <translation>この期間に終わる取決めはありません。</translation>
    </message>
    <message>
        <source>Nothing is pinned.</source>
        <translation>留めたシナリオはありません。</translation>
    </message>
    <message>
        <source>%1 (add)</source>
        <translation>%1（追加）</translation>
    </message>
    <message>
        <source>%1[*] – Burden</source>
        <translation>%1[*] – Burden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>元に戻す(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>やり直す(&amp;R)：%1</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <translation>%1（ありません）</translation>
    </message>
    <message>
        <source>&amp;Forget them</source>
        <translation>一覧を消す(&amp;F)</translation>
    </message>
    <message>
        <source>Where a figure comes from</source>
        <translation>数値の出所</translation>
    </message>
    <message>
        <source>Tables (*.csv *.md *.html *.tex *.json)</source>
        <translation>表 (*.csv *.md *.html *.tex *.json)</translation>
    </message>
    <message>
        <source>A table is written as .csv, .md, .html, .tex or .json, and %1 ends with none of them.</source>
        <translation>表は.csv、.md、.html、.tex、.jsonで書き出せます。%1はそのいずれでも終わっていません。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Do not write the picture.</source>
        <translation>画像の書き出しを中止します。</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>%1を書き出しています…</translation>
    </message>
    <message>
        <source>The chart was not written.</source>
        <translation>図は書き出しませんでした。</translation>
    </message>
    <message>
        <source>Pictures are painted by the program burden-gui, which is neither beside this one nor in PATH.</source>
        <translation>画像を描くプログラムburden-guiが、このプログラムの隣にもPATHにもありません。</translation>
    </message>
    <message>
        <source>Another picture is being written: export this one when it is done.</source>
        <translation>別の画像を書き出しています。終わってからもう一度書き出してください。</translation>
    </message>
</context>
<context>
    <name>burden::gui::PictureMaker</name>
    <message>
        <source>The program burden-gui could not be started: %1</source>
        <translation>プログラムburden-guiを起動できませんでした：%1</translation>
    </message>
    <message>
        <source>The picture could not be painted.</source>
        <translation>画像を描けませんでした。</translation>
    </message>
</context>
<context>
    <name>burden::gui::PinBar</name>
    <message>
        <source>Compared with:</source>
        <translation>比較の対象：</translation>
    </message>
    <message>
        <source>Take %1 out of the comparison.</source>
        <translation>%1を比較から外します。</translation>
    </message>
</context>
<context>
    <name>burden::gui::TableView</name>
    <message>
        <source>Double click a figure, or press Enter on it, to see where it comes from.</source>
        <translation>数値をダブルクリックするかEnterを押すと、その出所が分かります。</translation>
    </message>
</context>
</TS>
