// The graph of cadre. Run: cypher-shell --file FILE
CREATE CONSTRAINT cadre_person_id IF NOT EXISTS FOR (x:Person) REQUIRE x.id IS UNIQUE;
CREATE INDEX cadre_person_folded IF NOT EXISTS FOR (x:Person) ON (x.`folded`);
CREATE CONSTRAINT cadre_position_id IF NOT EXISTS FOR (x:Position) REQUIRE x.id IS UNIQUE;
CREATE INDEX cadre_position_folded IF NOT EXISTS FOR (x:Position) ON (x.`folded`);
CREATE CONSTRAINT cadre_institution_id IF NOT EXISTS FOR (x:Institution) REQUIRE x.id IS UNIQUE;
CREATE INDEX cadre_institution_folded IF NOT EXISTS FOR (x:Institution) ON (x.`folded`);
CREATE CONSTRAINT cadre_conference_id IF NOT EXISTS FOR (x:Conference) REQUIRE x.id IS UNIQUE;
CREATE INDEX cadre_conference_date IF NOT EXISTS FOR (x:Conference) ON (x.`date`);
CREATE INDEX cadre_conference_folded IF NOT EXISTS FOR (x:Conference) ON (x.`folded`);
CREATE INDEX cadre_conference_series IF NOT EXISTS FOR (x:Conference) ON (x.`series`);
CREATE CONSTRAINT cadre_resolution_id IF NOT EXISTS FOR (x:Resolution) REQUIRE x.id IS UNIQUE;
CREATE INDEX cadre_resolution_folded IF NOT EXISTS FOR (x:Resolution) ON (x.`folded`);
CREATE INDEX cadre_resolution_issued IF NOT EXISTS FOR (x:Resolution) ON (x.`issued`);
CREATE CONSTRAINT cadre_place_id IF NOT EXISTS FOR (x:Place) REQUIRE x.id IS UNIQUE;
CREATE INDEX cadre_place_folded IF NOT EXISTS FOR (x:Place) ON (x.`folded`);
CREATE CONSTRAINT cadre_article_id IF NOT EXISTS FOR (x:Article) REQUIRE x.id IS UNIQUE;
CREATE INDEX cadre_article_published IF NOT EXISTS FOR (x:Article) ON (x.`published`);
CREATE CONSTRAINT cadre_holds_key IF NOT EXISTS FOR ()-[x:HOLDS]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_holds_first_seen IF NOT EXISTS FOR ()-[x:HOLDS]-() ON (x.`first_seen`);
CREATE INDEX cadre_holds_last_seen IF NOT EXISTS FOR ()-[x:HOLDS]-() ON (x.`last_seen`);
CREATE CONSTRAINT cadre_appointed_key IF NOT EXISTS FOR ()-[x:APPOINTED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_appointed_on IF NOT EXISTS FOR ()-[x:APPOINTED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_elected_key IF NOT EXISTS FOR ()-[x:ELECTED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_elected_on IF NOT EXISTS FOR ()-[x:ELECTED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_reelected_key IF NOT EXISTS FOR ()-[x:REELECTED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_reelected_on IF NOT EXISTS FOR ()-[x:REELECTED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_approved_key IF NOT EXISTS FOR ()-[x:APPROVED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_approved_on IF NOT EXISTS FOR ()-[x:APPROVED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_dismissed_key IF NOT EXISTS FOR ()-[x:DISMISSED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_dismissed_on IF NOT EXISTS FOR ()-[x:DISMISSED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_resigned_key IF NOT EXISTS FOR ()-[x:RESIGNED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_resigned_on IF NOT EXISTS FOR ()-[x:RESIGNED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_transferred_key IF NOT EXISTS FOR ()-[x:TRANSFERRED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_transferred_on IF NOT EXISTS FOR ()-[x:TRANSFERRED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_retired_key IF NOT EXISTS FOR ()-[x:RETIRED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_retired_on IF NOT EXISTS FOR ()-[x:RETIRED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_died_key IF NOT EXISTS FOR ()-[x:DIED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_died_on IF NOT EXISTS FOR ()-[x:DIED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_disciplined_key IF NOT EXISTS FOR ()-[x:DISCIPLINED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_disciplined_on IF NOT EXISTS FOR ()-[x:DISCIPLINED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_chaired_key IF NOT EXISTS FOR ()-[x:CHAIRED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_chaired_on IF NOT EXISTS FOR ()-[x:CHAIRED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_co_chaired_key IF NOT EXISTS FOR ()-[x:CO_CHAIRED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_co_chaired_on IF NOT EXISTS FOR ()-[x:CO_CHAIRED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_chaired_bridge_key IF NOT EXISTS FOR ()-[x:CHAIRED_BRIDGE]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_chaired_bridge_on IF NOT EXISTS FOR ()-[x:CHAIRED_BRIDGE]-() ON (x.`on`);
CREATE CONSTRAINT cadre_attended_key IF NOT EXISTS FOR ()-[x:ATTENDED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_attended_on IF NOT EXISTS FOR ()-[x:ATTENDED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_opened_key IF NOT EXISTS FOR ()-[x:OPENED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_opened_on IF NOT EXISTS FOR ()-[x:OPENED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_concluded_key IF NOT EXISTS FOR ()-[x:CONCLUDED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_concluded_on IF NOT EXISTS FOR ()-[x:CONCLUDED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_moderated_key IF NOT EXISTS FOR ()-[x:MODERATED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_moderated_on IF NOT EXISTS FOR ()-[x:MODERATED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_spoke_at_key IF NOT EXISTS FOR ()-[x:SPOKE_AT]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_spoke_at_on IF NOT EXISTS FOR ()-[x:SPOKE_AT]-() ON (x.`on`);
CREATE CONSTRAINT cadre_presented_at_key IF NOT EXISTS FOR ()-[x:PRESENTED_AT]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_presented_at_on IF NOT EXISTS FOR ()-[x:PRESENTED_AT]-() ON (x.`on`);
CREATE CONSTRAINT cadre_signed_at_key IF NOT EXISTS FOR ()-[x:SIGNED_AT]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_signed_at_on IF NOT EXISTS FOR ()-[x:SIGNED_AT]-() ON (x.`on`);
CREATE CONSTRAINT cadre_received_key IF NOT EXISTS FOR ()-[x:RECEIVED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_received_on IF NOT EXISTS FOR ()-[x:RECEIVED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_visited_key IF NOT EXISTS FOR ()-[x:VISITED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_visited_on IF NOT EXISTS FOR ()-[x:VISITED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_presented_key IF NOT EXISTS FOR ()-[x:PRESENTED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_presented_on IF NOT EXISTS FOR ()-[x:PRESENTED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_signed_key IF NOT EXISTS FOR ()-[x:SIGNED]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_signed_on IF NOT EXISTS FOR ()-[x:SIGNED]-() ON (x.`on`);
CREATE CONSTRAINT cadre_in_body_key IF NOT EXISTS FOR ()-[x:IN_BODY]-() REQUIRE x.key IS UNIQUE;
CREATE CONSTRAINT cadre_part_of_key IF NOT EXISTS FOR ()-[x:PART_OF]-() REQUIRE x.key IS UNIQUE;
CREATE CONSTRAINT cadre_succeeded_by_key IF NOT EXISTS FOR ()-[x:SUCCEEDED_BY]-() REQUIRE x.key IS UNIQUE;
CREATE CONSTRAINT cadre_located_in_key IF NOT EXISTS FOR ()-[x:LOCATED_IN]-() REQUIRE x.key IS UNIQUE;
CREATE CONSTRAINT cadre_merged_into_key IF NOT EXISTS FOR ()-[x:MERGED_INTO]-() REQUIRE x.key IS UNIQUE;
CREATE CONSTRAINT cadre_organized_key IF NOT EXISTS FOR ()-[x:ORGANIZED]-() REQUIRE x.key IS UNIQUE;
CREATE CONSTRAINT cadre_issued_key IF NOT EXISTS FOR ()-[x:ISSUED]-() REQUIRE x.key IS UNIQUE;
CREATE CONSTRAINT cadre_discussed_key IF NOT EXISTS FOR ()-[x:DISCUSSED]-() REQUIRE x.key IS UNIQUE;
CREATE CONSTRAINT cadre_follows_key IF NOT EXISTS FOR ()-[x:FOLLOWS]-() REQUIRE x.key IS UNIQUE;
CREATE CONSTRAINT cadre_held_at_key IF NOT EXISTS FOR ()-[x:HELD_AT]-() REQUIRE x.key IS UNIQUE;
CREATE CONSTRAINT cadre_reports_key IF NOT EXISTS FOR ()-[x:REPORTS]-() REQUIRE x.key IS UNIQUE;
CREATE INDEX cadre_reports_supports IF NOT EXISTS FOR ()-[x:REPORTS]-() ON (x.`supports`);
CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (x:Person|Position|Institution|Conference|Resolution|Place|Article) ON EACH [x.name, x.aliases, x.name_en, x.title] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CALL db.awaitIndexes(600);
UNWIND [
{id:'le-thi-thu',`name`:'Lê Thị Thu'},
{id:'tran-van-mau',`name`:'Trần Văn Mẫu',`folded`:'tran van mau',`aliases`:['TRẦN VĂN MẪU','Tran Van Mau']}
] AS row MERGE (n:Person {id: row.id}) SET n = row;
UNWIND [
{id:'position/bi-thu-song-mau',`name`:'Bí thư Tỉnh ủy Sông Mẫu',`folded`:'bi thu tinh uy song mau',`seats`:1}
] AS row MERGE (n:Position {id: row.id}) SET n = row;
UNWIND [
{id:'institution/tinh-uy-song-mau',`name`:'Tỉnh ủy Sông Mẫu',`kind`:'committee',`committee`:true}
] AS row MERGE (n:Institution {id: row.id}) SET n = row REMOVE n:Committee FOREACH (one IN CASE WHEN row.committee THEN [1] ELSE [] END | SET n:Committee);
UNWIND [
{id:'conference/1986-12-15/song-mau',`name`:'Hội nghị toàn tỉnh Sông Mẫu',`date`:'1986-12-15',`precision`:'day',`online`:false}
] AS row MERGE (n:Conference {id: row.id}) SET n = row;
UNWIND [
{id:'resolution/7-nq-m/1986',`name`:'Nghị quyết 7-NQ/M',`number`:'7-NQ/M',`issued`:'1986'}
] AS row MERGE (n:Resolution {id: row.id}) SET n = row;
UNWIND [
{id:'place/song-mau',`name`:'Sông Mẫu',`until`:'1999-12'}
] AS row MERGE (n:Place {id: row.id}) SET n = row;
UNWIND [
{id:'article/a1',`title`:'Hội nghị ở Sông Mẫu',`published`:'1986-12-16',`language`:'vi'},
{id:'article/a2',`title`:'A meeting in Song Mau',`language`:'en'}
] AS row MERGE (n:Article {id: row.id}) SET n = row;
UNWIND [
{from:'tran-van-mau',to:'position/bi-thu-song-mau',edge:{key:'cc734292h8ogpj1hfig647f9',`first_seen`:'1986-12-15',`last_seen`:'1986-12-15',`acting`:false}}
] AS row MATCH (a:Person {id: row.from}) MATCH (b:Position {id: row.to}) MERGE (a)-[r:HOLDS {key: row.edge.key}]->(b) SET r = row.edge;
UNWIND [
{from:'le-thi-thu',to:'position/bi-thu-song-mau',edge:{key:'cc734292nriqgo1gs7e4k10g',`on`:'1987-01'}}
] AS row MATCH (a:Person {id: row.from}) MATCH (b:Position {id: row.to}) MERGE (a)-[r:APPOINTED {key: row.edge.key}]->(b) SET r = row.edge;
UNWIND [
{from:'tran-van-mau',to:'conference/1986-12-15/song-mau',edge:{key:'n1efg2lqumjk76bj1qd7qbsf',`on`:'1986-12-15'}}
] AS row MATCH (a:Person {id: row.from}) MATCH (b:Conference {id: row.to}) MERGE (a)-[r:CHAIRED {key: row.edge.key}]->(b) SET r = row.edge;
UNWIND [
{from:'tran-van-mau',to:'conference/1986-12-15/song-mau',edge:{key:'n1efg2lq21e92taijcav3sn2',`at`:'Đồi Mẫu'}},
{from:'tran-van-mau',to:'conference/1986-12-15/song-mau',edge:{key:'n1efg2lq538u5g36bkgars6k',`at`:'Bến Mẫu'}}
] AS row MATCH (a:Person {id: row.from}) MATCH (b:Conference {id: row.to}) MERGE (a)-[r:CHAIRED_BRIDGE {key: row.edge.key}]->(b) SET r = row.edge;
UNWIND [
{from:'le-thi-thu',to:'conference/1986-12-15/song-mau',edge:{key:'n1efg2lqjje8lo0fm64imr6u'}}
] AS row MATCH (a:Person {id: row.from}) MATCH (b:Conference {id: row.to}) MERGE (a)-[r:ATTENDED {key: row.edge.key}]->(b) SET r = row.edge;
UNWIND [
{from:'position/bi-thu-song-mau',to:'institution/tinh-uy-song-mau',edge:{key:'374dfrcjhld5p5te461l3jtv'}}
] AS row MATCH (a:Position {id: row.from}) MATCH (b:Institution {id: row.to}) MERGE (a)-[r:IN_BODY {key: row.edge.key}]->(b) SET r = row.edge;
UNWIND [
{from:'institution/tinh-uy-song-mau',to:'place/song-mau',edge:{key:'05vj09tjjbmhu4c2has17k84'}}
] AS row MATCH (a:Institution {id: row.from}) MATCH (b:Place {id: row.to}) MERGE (a)-[r:LOCATED_IN {key: row.edge.key}]->(b) SET r = row.edge;
UNWIND [
{from:'conference/1986-12-15/song-mau',to:'resolution/7-nq-m/1986',edge:{key:'cos0tsl355g6gmlaevojh89k'}}
] AS row MATCH (a:Conference {id: row.from}) MATCH (b:Resolution {id: row.to}) MERGE (a)-[r:DISCUSSED {key: row.edge.key}]->(b) SET r = row.edge;
UNWIND [
{from:'conference/1986-12-15/song-mau',to:'place/song-mau',edge:{key:'05vj09tj6nr1ej4m6rhpll3d',`on`:'1986-12-15'}}
] AS row MATCH (a:Conference {id: row.from}) MATCH (b:Place {id: row.to}) MERGE (a)-[r:HELD_AT {key: row.edge.key}]->(b) SET r = row.edge;
UNWIND [
{from:'article/a2',to:'le-thi-thu',edge:{key:'27t0u61r2bg24p3s4ro8h3k3',`quote`:'Le Thi Thu attended',`start`:5,`end`:24,`supports`:'n1efg2lqjje8lo0fm64imr6u'}},
{from:'article/a2',to:'le-thi-thu',edge:{key:'27t0u61rkd8ft140h0e0v2h5',`quote`:'Le Thi Thu was named secretary',`start`:40,`end`:70,`supports`:'cc734292nriqgo1gs7e4k10g'}},
{from:'article/a1',to:'tran-van-mau',edge:{key:'vgt5pik11ehh7b76lgnqctl0',`quote`:'tại điểm cầu Đồi Mẫu',`start`:160,`end`:192,`supports`:'n1efg2lq21e92taijcav3sn2'}},
{from:'article/a1',to:'tran-van-mau',edge:{key:'vgt5pik1dduh0v0eu8hcjkhf',`quote`:'đồng chí Trần Văn Mẫu, Bí thư Tỉnh ủy',`start`:10,`end`:62,`supports`:'cc734292h8ogpj1hfig647f9'}},
{from:'article/a1',to:'tran-van-mau',edge:{key:'vgt5pik1dj35soocn9fcbdv5',`quote`:'tại điểm cầu Bến Mẫu',`start`:120,`end`:151,`supports`:'n1efg2lq538u5g36bkgars6k'}},
{from:'article/a1',to:'tran-van-mau',edge:{key:'vgt5pik1edi0p8rti1dvbsk8',`quote`:'Trần Văn Mẫu chủ trì hội nghị',`start`:60,`end`:101,`supports`:'n1efg2lqumjk76bj1qd7qbsf'}}
] AS row MATCH (a:Article {id: row.from}) MATCH (b:Person {id: row.to}) MERGE (a)-[r:REPORTS {key: row.edge.key}]->(b) SET r = row.edge;
